package dev.tidings.app.cli.console;

import dev.tidings.kafka.settings.RecordTime;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Clock;
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

/** Parses a time given on the command line, for every command. Times and dates without a zone are UTC. */
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
     * @throws SettingsException when it is none, or none that a record can have
     */
    public static Instant parseTime(String option, String text, Clock clock) {
        String word = normalForm(text);
        if (word.equals(BEGINNING)) {
            return Instant.EPOCH;
        }
        if (word.equals(NOW)) {
            return clock.instant();
        }
        return absoluteTime(option, text.strip())
                .or(() -> DurationArgument.findDuration(option, text)
                        .map(ago -> RecordTime.timeBefore(option, clock.instant(), ago)))
                .orElseThrow(() -> new SettingsException(option + " " + text + " is no time; give " + FORMS));
    }

    /** Returns the text by which {@link #BEGINNING} and {@link #NOW} are recognised. */
    public static String normalForm(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Instant> absoluteTime(String option, String text) {
        return ABSOLUTE.stream()
                .flatMap(form -> attemptParse(form, text).stream())
                .findFirst()
                .map(time -> RecordTime.checkTime(option, time));
    }

    private static Optional<Instant> attemptParse(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeParseException notThisForm) {
            return Optional.empty();
        }
    }
}
