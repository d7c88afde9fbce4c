package dev.tidings.text.pack;

import dev.tidings.text.language.LanguageTags;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of one language as data: the files of its folder {@code language/<tag>/} on the class path. A file is
 * read when it is first asked for, and kept. Immutable, safe for any thread. A language without a folder has an empty
 * pack.
 *
 * <p>The folders are those that the files {@code language/index.tsv} name, of which each part of the class path may
 * have one: a language is added by a folder and a line.
 */
public final class LanguagePack {

    private static final Pattern BAR = Pattern.compile("\\|");
    private static final String NOTHING = "-";
    private static final LanguagePack EMPTY = new LanguagePack("", false);
    private static final List<LanguagePack> ALL = new ArrayList<>();
    private static final Map<String, LanguagePack> BY_TAG = new HashMap<>();

    static {
        for (List<String> row : PackResources.index()) {
            LanguagePack pack = new LanguagePack(row.get(0), true);
            ALL.add(pack);
            BY_TAG.put(pack.tag, pack);
            row.stream().skip(1).forEach(alias -> BY_TAG.put(alias, pack));
        }
    }

    private final String tag;
    private final boolean exists;
    private final Map<PackFile, List<List<String>>> rows = new ConcurrentHashMap<>();
    /** Values by key, of the few keys that programs know. */
    private final Map<String, Optional<String>> values = new ConcurrentHashMap<>();

    private LanguagePack(String tag, boolean exists) {
        this.tag = tag;
        this.exists = exists;
    }

    /**
     * Returns what is known of a language.
     *
     * @param language its tag (BCP 47), of which the primary subtag counts
     */
    public static LanguagePack of(String language) {
        return BY_TAG.getOrDefault(LanguageTags.primarySubtag(language), EMPTY);
    }

    /** Returns every language that has a folder, in the order of the index. */
    public static List<LanguagePack> all() {
        return Collections.unmodifiableList(ALL);
    }

    /** Returns the words of a kind in every language that has a folder, by language, then in the order of the file. */
    public static Stream<String> wordsOfAll(PackFile file, String kind) {
        return ALL.stream().flatMap(pack -> pack.words(file, kind).stream());
    }

    /** Returns the primary subtag of the language; the empty text when it has no folder. */
    public String tag() {
        return tag;
    }

    /**
     * Returns the rows of a file, each as its fields, in the order of the file; none when there is no such file.
     *
     * @throws IllegalStateException when the file cannot be read as rows, with its name
     */
    public List<List<String>> rows(PackFile file) {
        return exists ? rows.computeIfAbsent(file, any -> PackResources.rows(tag + "/" + file.fileName())) : List.of();
    }

    /**
     * Returns the words of the rows of a kind: the alternatives in their last field, in the order of the file. A hyphen
     * alone stands for the empty word.
     *
     * @param kind what the first field has to be
     */
    public List<String> words(PackFile file, String kind) {
        return rows(file).stream()
                .filter(row -> row.get(0).equals(kind))
                .flatMap(row -> alternatives(row.get(row.size() - 1)))
                .map(word -> word.equals(NOTHING) ? "" : word)
                .toList();
    }

    /** Returns the words that a field holds, which bars part. */
    public static Stream<String> alternatives(String field) {
        return BAR.splitAsStream(field);
    }

    /** Returns a value of {@link PackFile#LANGUAGE}; empty when the language has none. */
    public Optional<String> value(String key) {
        Optional<String> known = values.get(key);
        return known != null ? known : values.computeIfAbsent(key, this::readValue);
    }

    private Optional<String> readValue(String key) {
        return words(PackFile.LANGUAGE, key).stream().findFirst();
    }

    /** Returns the values of a key in every language that has one, by the language's tag, in the order of the index. */
    public static Map<String, String> valuesOfAll(String key) {
        Map<String, String> values = new LinkedHashMap<>();
        ALL.forEach(pack -> pack.value(key).ifPresent(value -> values.put(pack.tag, value)));
        return values;
    }

    /** Returns whether a key is set to {@code yes}. */
    public boolean isSet(String key) {
        return value(key).filter("yes"::equals).isPresent();
    }
}
