package dev.tidings.streams.enrich.name;

import dev.tidings.text.orthography.MatchKey;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words beside names, by kind. */
final class NameWords {

    private static final Map<WordKind, Set<String>> WORDS = read();
    private static final String[] ENDED = {"ی", "هکه", "هکهی", "یش", "ش", "ان", "انی", "هکان", "هکانی", "کانی", "کان"};

    private NameWords() {}

    /** Returns whether a match key is a word of a kind. */
    static boolean is(WordKind kind, String key) {
        return WORDS.getOrDefault(kind, Set.of()).contains(key);
    }

    /** Returns whether a match key is a word of a kind, or one with a Kurdish ending. */
    static boolean isInflected(WordKind kind, String key) {
        if (is(kind, key)) {
            return true;
        }
        if (key.isEmpty() || key.charAt(key.length() - 1) < '\u0600') {
            return false;
        }
        for (String ending : ENDED) {
            if (key.endsWith(ending) && is(kind, key.substring(0, key.length() - ending.length()))) {
                return true;
            }
        }
        return false;
    }

    private static Map<WordKind, Set<String>> read() {
        Map<WordKind, Set<String>> words = new EnumMap<>(WordKind.class);
        TabbedFile.read("name-words.tsv", fields -> {
            WordKind kind = WordKind.valueOf(fields.get(0).toUpperCase(Locale.ROOT));
            Set<String> keys = words.computeIfAbsent(kind, any -> new HashSet<>());
            TabbedFile.alternatives(fields.get(1)).map(MatchKey::of).forEach(keys::add);
        });
        return words;
    }
}
