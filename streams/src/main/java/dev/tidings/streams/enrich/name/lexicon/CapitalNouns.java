package dev.tidings.streams.enrich.name.lexicon;

import dev.tidings.text.pack.LanguagePack;
import java.util.Set;
import java.util.stream.Collectors;

/** The languages that write every noun with a capital, so that a capital tells no name. */
public final class CapitalNouns {

    private static final Set<String> LANGUAGES = LanguagePack.all().stream()
            .filter(pack -> pack.isSet("capital-nouns"))
            .map(LanguagePack::tag)
            .collect(Collectors.toUnmodifiableSet());

    private CapitalNouns() {}

    /** Returns whether a language, by its primary subtag, is one of them. */
    public static boolean areIn(String language) {
        return LANGUAGES.contains(language);
    }
}
