package dev.tidings.streams.enrich.digest;

import dev.tidings.text.language.LanguageTags;
import java.time.Duration;
import java.util.Map;

/**
 * How long a text takes to read, by the words a minute of its language (Trauzettel-Klosinski and Dietz, Standardized
 * assessment of reading performance: the new International Reading Speed Texts IReST, IOVS 53, 2012).
 */
public final class ReadingTime {

    /** Name and version of the rates, for the provenance. */
    public static final String VERSION = "irest/1";

    private static final Map<String, Integer> WORDS_A_MINUTE = Map.ofEntries(
            Map.entry("ar", 138),
            Map.entry("zh", 158),
            Map.entry("nl", 202),
            Map.entry("en", 228),
            Map.entry("fi", 161),
            Map.entry("fr", 195),
            Map.entry("de", 179),
            Map.entry("he", 187),
            Map.entry("it", 188),
            Map.entry("ja", 193),
            Map.entry("pl", 166),
            Map.entry("pt", 181),
            Map.entry("ru", 184),
            Map.entry("sl", 180),
            Map.entry("es", 218),
            Map.entry("sv", 199),
            Map.entry("tr", 166));

    /** The mean of the languages that were measured. */
    private static final int ANY_LANGUAGE = 184;

    private ReadingTime() {}

    /** Returns the time, in whole seconds rounded up. */
    public static Duration of(long words, String language) {
        int rate = WORDS_A_MINUTE.getOrDefault(LanguageTags.primary(language), ANY_LANGUAGE);
        return Duration.ofSeconds((words * 60 + rate - 1) / rate);
    }
}
