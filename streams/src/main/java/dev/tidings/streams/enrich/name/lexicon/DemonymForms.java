package dev.tidings.streams.enrich.name.lexicon;

import dev.tidings.streams.enrich.token.Word;
import dev.tidings.text.pack.LanguagePack;
import dev.tidings.text.pack.PackFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Derives from a word for a people the forms to look up: the name of its country, or the form a dictionary has. Works
 * on match keys: one suffix is cut off, another one put on.
 *
 * @param suffixes suffixes that are cut off
 * @param stems suffixes that are put on instead
 * @param prefixes the small words that are written, with an Arabic article behind them, as part of the word; the empty
 *     one is among them unless there are none
 */
record DemonymForms(List<String> suffixes, List<String> stems, List<String> prefixes) {

    private static final int MIN_STEM_CHARS = 3;
    private static final String ARABIC_ARTICLE = "ال";
    /** The article behind a lam. */
    private static final String ARABIC_TO_THE = "لل";

    /** Returns the forms of a language, by its primary subtag; none for most. */
    static DemonymForms forLanguage(String language) {
        LanguagePack pack = LanguagePack.of(language);
        return new DemonymForms(
                pack.words(PackFile.AFFIXES, "people"),
                pack.words(PackFile.AFFIXES, "people_stem"),
                pack.words(PackFile.AFFIXES, "people_prefix"));
    }

    /** Returns other forms of a word, in the order in which they should be looked up. */
    Stream<String> formsOf(String key) {
        return prefixes.isEmpty()
                ? replaceSuffixes(key)
                : withoutPrefixes(key).flatMap(this::replaceSuffixes).flatMap(DemonymForms::withArticle);
    }

    /** Returns whether a form may lack the first letters of its word: of others it has {@link #MIN_STEM_CHARS}. */
    boolean losesBeginning() {
        return !prefixes.isEmpty();
    }

    /** Returns false only for a word without other forms; one with them has {@link #MIN_STEM_CHARS} letters or more. */
    boolean mayHaveForms(Word word) {
        if (losesBeginning()) {
            return true;
        }
        for (String suffix : suffixes) {
            if (word.length() - suffix.length() >= MIN_STEM_CHARS && word.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    private Stream<String> replaceSuffixes(String key) {
        return suffixes.stream()
                .filter(suffix -> key.endsWith(suffix) && key.length() - suffix.length() >= MIN_STEM_CHARS)
                .map(suffix -> key.substring(0, key.length() - suffix.length()))
                .flatMap(stem -> stems.stream().map(stem::concat));
    }

    private Stream<String> withoutPrefixes(String key) {
        return prefixes.stream()
                .filter(key::startsWith)
                .map(prefix -> key.substring(prefix.length()))
                .map(DemonymForms::withoutArticle);
    }

    private static String withoutArticle(String key) {
        boolean article = key.startsWith(ARABIC_ARTICLE) || key.startsWith(ARABIC_TO_THE);
        return article ? key.substring(ARABIC_ARTICLE.length()) : key;
    }

    /** Countries have it or not: الصين, فرنسا. */
    private static Stream<String> withArticle(String form) {
        return Stream.of(form, ARABIC_ARTICLE + form);
    }
}
