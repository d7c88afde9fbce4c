package dev.tidings.text.vocabulary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an item of a source (a JSON object, an item of a feed, a news message) states about its article, verbatim.
 *
 * @param mapping name and version of the mapping that it was read by, e.g. {@code ninjs/1}
 * @param fields first value of each field that is stated, by its name
 * @param authors names of the authors, in order, none twice
 * @param credits agencies and publishers, in order, none twice
 * @param attributes further fields by name
 * @param texts texts of the article, the most trusted first
 * @param badFields JSON pointers of fields whose value is of a kind that it cannot have
 */
public record StatedArticle(
        String mapping,
        Map<Field, String> fields,
        List<String> authors,
        List<StatedCredit> credits,
        Map<String, String> attributes,
        List<StatedText> texts,
        List<String> badFields) {

    /** A shorter text is a summary of a longer one, unless it is nearly as long: then the first is better marked up. */
    private static final double WHOLE_TEXT_SHARE = 0.8;

    /** Fields of one value. */
    public enum Field {
        ID,
        URL,
        CANONICAL_URL,
        TITLE,
        LANGUAGE,
        PUBLISHED,
        MODIFIED,
        BYLINE,
        LEAD,
        CHARSET
    }

    /** Freezes the collections. */
    public StatedArticle {
        fields = Map.copyOf(fields);
        authors = List.copyOf(authors);
        credits = List.copyOf(credits);
        attributes = Map.copyOf(attributes);
        texts = List.copyOf(texts);
        badFields = List.copyOf(badFields);
    }

    /** Begins with nothing stated. */
    public static Builder builder(String mapping) {
        return new Builder(mapping);
    }

    /** Returns the value of a field; empty when it is not stated. */
    public Optional<String> value(Field field) {
        return Optional.ofNullable(fields.get(field));
    }

    /** Returns whether there is something to read: a title, a text, or what was meant to be one. */
    public boolean isArticle() {
        return !texts.isEmpty() || !badFields.isEmpty() || fields.containsKey(Field.TITLE);
    }

    /**
     * Returns the whole text: the most trusted one that is nearly as long as the longest; the summary when it is longer
     * than all, or there is no other; empty when only a title is stated.
     */
    public Optional<StatedText> wholeText() {
        List<StatedText> all = new ArrayList<>(texts);
        value(Field.LEAD).map(StatedText::ofUnknown).ifPresent(all::add);
        int longest = all.stream().mapToInt(StatedText::visibleLength).max().orElse(0);
        return all.stream()
                .filter(text -> text.visibleLength() >= WHOLE_TEXT_SHARE * longest)
                .findFirst();
    }

    /** Collects what is stated; what is blank is not, and of a field of one value the first counts. For one thread. */
    public static final class Builder {

        private final String mapping;
        private final Map<Field, String> fields = new LinkedHashMap<>();
        private final Set<String> authors = new LinkedHashSet<>();
        private final Set<StatedCredit> credits = new LinkedHashSet<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private final List<StatedText> texts = new ArrayList<>();
        private final List<String> badFields = new ArrayList<>();

        private Builder(String mapping) {
            this.mapping = mapping;
        }

        /** States a field, unless it is stated already. */
        public Builder field(Field field, String value) {
            if (!value.isBlank()) {
                fields.putIfAbsent(field, value.strip());
            }
            return this;
        }

        /** Adds an author. */
        public Builder author(String name) {
            if (!name.isBlank()) {
                authors.add(name.strip());
            }
            return this;
        }

        /** Adds a credit. */
        public Builder credit(String name, String role) {
            if (!name.isBlank()) {
                credits.add(new StatedCredit(name.strip(), role));
            }
            return this;
        }

        /** States a further field, unless it is stated already. */
        public Builder attribute(String name, String value) {
            if (!value.isBlank()) {
                attributes.putIfAbsent(name, value.strip());
            }
            return this;
        }

        /** Adds a value to a further field that may have several, with a comma between. */
        public Builder joinAttribute(String name, String value) {
            if (!value.isBlank()) {
                attributes.merge(name, value.strip(), (before, more) -> before + ", " + more);
            }
            return this;
        }

        /** Adds a text, less trusted than those before. */
        public Builder text(StatedText text) {
            if (!text.content().isBlank()) {
                texts.add(text);
            }
            return this;
        }

        /** Returns whether there is a text already. */
        boolean hasText() {
            return !texts.isEmpty();
        }

        /** Notes a field whose value is of a kind that it cannot have. */
        public Builder badField(String pointer) {
            badFields.add(pointer);
            return this;
        }

        /** Returns what was stated. */
        public StatedArticle build() {
            return new StatedArticle(
                    mapping, fields, List.copyOf(authors), List.copyOf(credits), attributes, texts, badFields);
        }
    }
}
