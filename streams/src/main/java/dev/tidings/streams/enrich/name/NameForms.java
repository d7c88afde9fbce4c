package dev.tidings.streams.enrich.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The dictionary forms a word may be of: without the endings of Kurdish and Persian, the prefixes of Arabic, the cases of
 * Russian, Northern Kurdish and the Germanic genitive. Works on match keys; the nearest form first.
 */
final class NameForms {

    /** As match keys write them: heh for ae, doubled yeh once. Shortest first, so that the longest stem is tried first. */
    private static final String[] ARABIC_ENDINGS = {
        "ی", "ش", "ن", "ه", "یش", "دا", "ان", "ها", "وه", "یدا", "یان", "مان", "تان", "هوه", "یهوه", "های", "هکه",
        "هکان"
    };

    private static final String[] CYRILLIC_ENDINGS = {
        "а", "у", "е", "и", "ы", "ю", "я", "ом", "ем", "ои", "еи", "ам", "ах"
    };
    /** Of Northern Kurdish: the cases, with the yeh between vowels. */
    private static final String[] KURMANJI_ENDINGS = {"e", "a", "i", "ye", "ya", "yi"};

    private static final String[] GENITIVE = {"s"};
    private static final Set<String> WITH_GENITIVE = Set.of("de", "sv", "da", "no", "nb", "nn");
    private static final String[] ARABIC_PREFIXES = {"و", "ب", "ل", "ف", "ک"};
    private static final String[] CYRILLIC_NOMINATIVES = {"", "а", "я", "ь"};
    private static final int SHORTEST_STEM = 3;

    private NameForms() {}

    /** Returns other forms of a word; the word itself is not among them. */
    static List<String> of(String key, String language) {
        if (key.length() <= SHORTEST_STEM) {
            return List.of();
        }
        char first = key.charAt(0);
        if (first >= '\u0600' && first <= '\u06ff') {
            return language.equals("ar") ? withoutPrefix(key) : withoutEnding(key, ARABIC_ENDINGS);
        }
        if (first >= '\u0400' && first <= '\u04ff') {
            return nominatives(key);
        }
        if (language.equals("ku")) {
            return withoutEnding(key, KURMANJI_ENDINGS);
        }
        return WITH_GENITIVE.contains(language) ? withoutEnding(key, GENITIVE) : List.of();
    }

    /** Returns whether what follows a known word is one of its endings. */
    static boolean isEnding(String key, int from) {
        String[] endings = key.charAt(0) >= '\u0600' ? ARABIC_ENDINGS : CYRILLIC_ENDINGS;
        for (String ending : endings) {
            if (key.length() - from == ending.length() && key.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> withoutEnding(String key, String[] endings) {
        List<String> forms = new ArrayList<>(2);
        char last = key.charAt(key.length() - 1);
        for (String ending : endings) {
            // Most endings end in another letter; asking that first makes most words quick.
            if (ending.charAt(ending.length() - 1) == last
                    && key.length() >= SHORTEST_STEM + ending.length()
                    && key.endsWith(ending)) {
                forms.add(key.substring(0, key.length() - ending.length()));
            }
        }
        return forms;
    }

    private static List<String> withoutPrefix(String key) {
        List<String> forms = new ArrayList<>(2);
        for (String prefix : ARABIC_PREFIXES) {
            if (key.startsWith(prefix)) {
                String rest = key.substring(1);
                if (rest.length() > SHORTEST_STEM) {
                    forms.add(rest);
                }
                // للعراق is ل + العراق with its alef gone.
                if (prefix.equals("ل") && rest.charAt(0) == 'ل') {
                    forms.add("ا" + rest);
                }
            }
        }
        return forms;
    }

    private static List<String> nominatives(String key) {
        List<String> forms = new ArrayList<>();
        for (String stem : withoutEnding(key, CYRILLIC_ENDINGS)) {
            for (String ending : CYRILLIC_NOMINATIVES) {
                forms.add(stem + ending);
            }
        }
        return forms;
    }
}
