package dev.tidings.kafka.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the text of a setting becomes a value.
 *
 * @param expected what is expected, in words, for the message when it is something else
 * @param parser turns text into the value; throws IllegalArgumentException when it cannot
 */
public record SettingType<T>(String expected, Function<String, T> parser) {

    /** Any text. */
    public static final SettingType<String> TEXT = new SettingType<>("text", text -> text);

    /** A path of the file system. */
    public static final SettingType<Path> PATH = new SettingType<>("a path", SettingType::path);

    /** What reaches farther than news do cannot be added to a time without leaving what Kafka can hold. */
    private static final Duration MAX_DURATION = Duration.ofDays(36_500);

    /** A positive ISO 8601 duration, e.g. {@code P7D} or {@code PT0.05S}, of a century at most. */
    public static final SettingType<Duration> DURATION = new SettingType<>(
            "a positive ISO 8601 duration like P7D or PT0.05S, at most P" + MAX_DURATION.toDays() + "D",
            SettingType::duration);

    /** true or false. */
    public static final SettingType<Boolean> FLAG = new SettingType<>("true or false", SettingType::flag);

    /** Returns the type of a whole number between two bounds, both allowed. */
    public static SettingType<Long> number(long least, long most) {
        return new SettingType<>("a whole number from " + least + " to " + most, text -> number(text, least, most));
    }

    /** Returns the type of one of an enum's names, in lower case and with '-' or '_'. */
    public static <E extends Enum<E>> SettingType<E> oneOf(Class<E> names) {
        String expected = Arrays.stream(names.getEnumConstants())
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ", "one of ", ""));
        return new SettingType<>(
                expected,
                text -> Enum.valueOf(names, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero() || duration.compareTo(MAX_DURATION) > 0) {
                throw new IllegalArgumentException(text);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static long number(String text, long least, long most) {
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }
}
