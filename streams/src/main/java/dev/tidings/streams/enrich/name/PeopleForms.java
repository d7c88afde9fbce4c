package dev.tidings.streams.enrich.name;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a word for a people may be made of: the name of its country, or the form a dictionary has. Works on match keys:
 * one ending goes off, another one on.
 *
 * @param endings what goes off
 * @param stems what goes on
 * @param prefixed whether the article and small words before it are written as part of the word, as in Arabic
 */
record PeopleForms(List<String> endings, List<String> stems, boolean prefixed) {

    private static final int SHORTEST_STEM = 3;
    private static final PeopleForms NONE = new PeopleForms(List.of(), List.of(), false);
    private static final List<String> ARABIC_PREFIXES = List.of("", "و", "ب", "ل", "ف", "ک");
    private static final String ARABIC_ARTICLE = "ال";
    /** The article behind a lam. */
    private static final String ARABIC_TO_THE = "لل";

    private static final Map<String, PeopleForms> BY_LANGUAGE = Map.of(
            "en",
            new PeopleForms(
                    List.of("n", "an", "ian", "ese", "i", "ns", "ans", "ians", "is"),
                    List.of("", "a", "y", "o"),
                    false),
            "ar",
            new PeopleForms(
                    List.of("ی", "یه", "یون", "ین", "یات", "یا", "یان", "یتین"),
                    List.of("", "ا", "یا", "ه", "یه"),
                    true),
            "tr",
            new PeopleForms(List.of("li", "lu", "liler", "lilar", "luler", "lular"), List.of(""), false),
            "ru",
            new PeopleForms(
                    List.of("ого", "ому", "ом", "им", "ая", "ую", "ои", "ое", "ие", "их", "ими"), List.of("ии"), false),
            "de",
            new PeopleForms(List.of("e", "en", "er", "es", "em"), List.of(""), false));

    /** Returns the forms of a language, by its primary subtag; none for most. */
    static PeopleForms of(String language) {
        return BY_LANGUAGE.getOrDefault(language, NONE);
    }

    /** Returns other forms of a word, in the order in which they should be looked up. */
    Stream<String> formsOf(String key) {
        return prefixed ? withoutPrefixes(key).flatMap(this::made).flatMap(PeopleForms::withArticle) : made(key);
    }

    private Stream<String> made(String key) {
        return endings.stream()
                .filter(ending -> key.endsWith(ending) && key.length() - ending.length() >= SHORTEST_STEM)
                .map(ending -> key.substring(0, key.length() - ending.length()))
                .flatMap(stem -> stems.stream().map(stem::concat));
    }

    private static Stream<String> withoutPrefixes(String key) {
        return ARABIC_PREFIXES.stream()
                .filter(key::startsWith)
                .map(prefix -> key.substring(prefix.length()))
                .map(PeopleForms::withoutArticle);
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
