package dev.tidings.producer.format;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an input states about an article beside its bytes, as it stands there. Nothing is checked, mended or guessed.
 *
 * @param title title
 * @param url address of the article
 * @param canonicalUrl address that the source calls canonical
 * @param language language, a tag or a name
 * @param charset charset of the payload, as transport or source declare it
 * @param published date of publication
 * @param modified date of the last change
 * @param created time of creation, where the format has it as a point in time
 * @param byline byline
 * @param authors names of the authors, in order
 * @param credits credits and agencies
 * @param attributes further fields by name
 */
public record SuppliedMetadata(
        Optional<String> title,
        Optional<String> url,
        Optional<String> canonicalUrl,
        Optional<String> language,
        Optional<String> charset,
        Optional<String> published,
        Optional<String> modified,
        Optional<Instant> created,
        Optional<String> byline,
        List<String> authors,
        List<SuppliedCredit> credits,
        Map<String, String> attributes) {

    /** Nothing is stated. */
    public static final SuppliedMetadata NONE = builder().build();

    /** Freezes the collections. */
    public SuppliedMetadata {
        authors = List.copyOf(authors);
        credits = List.copyOf(credits);
        attributes = Map.copyOf(attributes);
    }

    /** Returns this with what another states in place of what this does not. */
    public SuppliedMetadata completedBy(SuppliedMetadata other) {
        Map<String, String> all = new TreeMap<>(other.attributes);
        all.putAll(attributes);
        return new SuppliedMetadata(
                title.or(() -> other.title),
                url.or(() -> other.url),
                canonicalUrl.or(() -> other.canonicalUrl),
                language.or(() -> other.language),
                charset.or(() -> other.charset),
                published.or(() -> other.published),
                modified.or(() -> other.modified),
                created.or(() -> other.created),
                byline.or(() -> other.byline),
                authors.isEmpty() ? other.authors : authors,
                credits.isEmpty() ? other.credits : credits,
                all);
    }

    /** Begins with nothing stated. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what is stated; what is null or blank is not. For one thread. */
    public static final class Builder {

        private final Map<String, String> texts = new TreeMap<>();
        private final List<String> authors = new ArrayList<>();
        private final List<SuppliedCredit> credits = new ArrayList<>();
        private final Map<String, String> attributes = new TreeMap<>();
        private @Nullable Instant created;

        private Builder() {}

        /** Sets the title. */
        public Builder title(@Nullable String title) {
            return text("title", title);
        }

        /** Sets the address. */
        public Builder url(@Nullable String url) {
            return text("url", url);
        }

        /** Sets the address that the source calls canonical. */
        public Builder canonicalUrl(@Nullable String url) {
            return text("canonicalUrl", url);
        }

        /** Sets the language. */
        public Builder language(@Nullable String language) {
            return text("language", language);
        }

        /** Sets the charset of the payload. */
        public Builder charset(@Nullable String charset) {
            return text("charset", charset);
        }

        /** Sets the date of publication. */
        public Builder published(@Nullable String date) {
            return text("published", date);
        }

        /** Sets the date of the last change. */
        public Builder modified(@Nullable String date) {
            return text("modified", date);
        }

        /** Sets the time of creation. */
        public Builder created(@Nullable Instant time) {
            created = time;
            return this;
        }

        /** Sets the byline. */
        public Builder byline(@Nullable String byline) {
            return text("byline", byline);
        }

        /** Adds an author. */
        public Builder author(@Nullable String name) {
            given(name).ifPresent(authors::add);
            return this;
        }

        /** Adds a credit. */
        public Builder credit(@Nullable String name, @Nullable String role) {
            given(name)
                    .map(stated -> new SuppliedCredit(stated, given(role).orElse("")))
                    .ifPresent(credits::add);
            return this;
        }

        /** Adds a further field; the last of a name counts. */
        public Builder attribute(String name, @Nullable String value) {
            given(value).ifPresent(stated -> attributes.put(name, stated));
            return this;
        }

        /** Returns what was stated. */
        public SuppliedMetadata build() {
            return new SuppliedMetadata(
                    stated("title"),
                    stated("url"),
                    stated("canonicalUrl"),
                    stated("language"),
                    stated("charset"),
                    stated("published"),
                    stated("modified"),
                    Optional.ofNullable(created),
                    stated("byline"),
                    authors,
                    credits,
                    attributes);
        }

        private Builder text(String field, @Nullable String value) {
            given(value).ifPresent(stated -> texts.put(field, stated));
            return this;
        }

        private Optional<String> stated(String field) {
            return Optional.ofNullable(texts.get(field));
        }

        private static Optional<String> given(@Nullable String value) {
            return Optional.ofNullable(value).filter(stated -> !stated.isBlank());
        }
    }
}
