package dev.tidings.streams.enrich.summary;

import dev.tidings.text.pack.LanguagePack;
import java.time.Duration;

/**
 * How long a text takes to read, by the words a minute of its language (Trauzettel-Klosinski and Dietz, Standardized
 * assessment of reading performance: the new International Reading Speed Texts IReST, IOVS 53, 2012).
 */
public final class ReadingTime {

    /** Name and version of the rates, for the provenance. */
    public static final String VERSION = "irest/1";

    /** The mean of the languages that were measured. */
    private static final int ANY_LANGUAGE = 184;

    private ReadingTime() {}

    /** Returns the time, in whole seconds rounded up. */
    public static Duration estimateReadingTime(long words, String language) {
        int rate = LanguagePack.of(language)
                .value("words-per-minute")
                .map(Integer::parseInt)
                .orElse(ANY_LANGUAGE);
        return Duration.ofSeconds((words * 60 + rate - 1) / rate);
    }
}
