package dev.tidings.streams.enrich.name;

import java.util.Set;

/** The languages that write every noun with a capital, so that a capital tells no name. */
public final class CapitalNouns {

    private static final Set<String> LANGUAGES = Set.of("de", "lb", "nds");

    private CapitalNouns() {}

    /** Returns whether a language, by its primary subtag, is one of them. */
    public static boolean areIn(String language) {
        return LANGUAGES.contains(language);
    }
}
