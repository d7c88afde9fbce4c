package dev.tidings.app.cli.console;

import dev.tidings.kafka.settings.RecordTime;
import dev.tidings.kafka.settings.SettingsException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses a duration given on the command line, for every command. */
public final class DurationArgument {
    /** For the description of an option. */
    public static final String FORMS = "a duration (90m, 2h, 30d, P30D)";

    /** Days before the rest: {@code 7d}, {@code 1d12h}, {@code 2h}, {@code 1h30m}. */
    private static final Pattern SHORT = Pattern.compile("(\\d+D)?(.*)");

    private DurationArgument() {}

    /**
     * Returns the duration that is meant.
     *
     * @param option where it was given, for the message
     * @param others what else the option takes, for the message, as ", or beginning"
     * @throws SettingsException when it is none, or longer than records can be apart
     */
    public static Duration parseDuration(String option, String text, String others) {
        return findDuration(option, text)
                .orElseThrow(
                        () -> new SettingsException(option + " " + text + " is no duration; give " + FORMS + others));
    }

    /** Returns the duration that is meant; empty when the text is none. */
    static Optional<Duration> findDuration(String option, String text) {
        try {
            return Optional.of(Duration.parse(isoForm(text.strip().toUpperCase(Locale.ROOT))))
                    .filter(duration -> !duration.isNegative())
                    .map(duration -> RecordTime.checkDuration(option, duration));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    /** Returns {@code PT2H} for {@code 2H}, {@code P7D} for {@code 7D}; what is ISO 8601 already stays. */
    private static String isoForm(String upper) {
        Matcher parts = SHORT.matcher(upper);
        if (upper.startsWith("P") || !parts.matches()) {
            return upper;
        }
        String days = parts.group(1) == null ? "" : parts.group(1);
        String rest = parts.group(2);
        return "P" + days + (rest.isEmpty() ? "" : "T" + rest);
    }
}
