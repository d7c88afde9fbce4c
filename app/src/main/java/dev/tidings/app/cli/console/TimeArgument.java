package dev.tidings.app.cli.console;

import dev.tidings.kafka.settings.SettingsException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Parses a time given on the command line. Times and dates without a zone are UTC. */
public final class TimeArgument {
    /** The time before every record. */
    public static final String BEGINNING = "beginning";

    public static final String NOW = "now";

    /** For the description of an option. */
    public static final String FORMS =
            "a time (2026-11-21T10:00Z), a date, how long ago (90m, 2h, 7d, PT2H), beginning or now";

    private static final List<Function<String, Instant>> ABSOLUTE = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    private TimeArgument() {}

    /**
     * Returns the time that is meant.
     *
     * @param option where it was given, for the message
     * @throws SettingsException when it is none
     */
    public static Instant parseTime(String option, String text, Clock clock) {
        String word = text.strip();
        if (word.equalsIgnoreCase(BEGINNING)) {
            return Instant.EPOCH;
        }
        if (word.equalsIgnoreCase(NOW)) {
            return clock.instant();
        }
        return absoluteTime(word)
                .or(() -> parseDuration(word).map(ago -> clock.instant().minus(ago)))
                .orElseThrow(() -> new SettingsException(option + " " + text + " is no time; give " + FORMS));
    }

    private static Optional<Instant> absoluteTime(String text) {
        return ABSOLUTE.stream()
                .flatMap(form -> attemptParse(() -> form.apply(text)).stream())
                .findFirst();
    }

    /**
     * {@code 2h} is short for {@code PT2H}, {@code 7d} for {@code P7D}; of a date a period would be meant otherwise.
     */
    private static Optional<Duration> parseDuration(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String iso = upper.startsWith("P") ? upper : upper.endsWith("D") ? "P" + upper : "PT" + upper;
        return attemptParse(() -> Duration.parse(iso)).filter(duration -> !duration.isNegative());
    }

    private static <T> Optional<T> attemptParse(Supplier<T> parser) {
        try {
            return Optional.of(parser.get());
        } catch (DateTimeParseException notThisForm) {
            return Optional.empty();
        }
    }
}
