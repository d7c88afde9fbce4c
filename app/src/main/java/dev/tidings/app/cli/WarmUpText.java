package dev.tidings.app.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For how long state is warmed: an ISO 8601 duration, or {@code beginning}, which is none. */
final class WarmUpText implements ITypeConverter<Optional<Duration>> {
    private static final String BEGINNING = "beginning";

    @Override
    public Optional<Duration> convert(String text) {
        if (text.equals(BEGINNING)) {
            return Optional.empty();
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return Optional.of(duration);
            }
        } catch (DateTimeParseException e) {
            // Told below, as what is no duration.
        }
        throw new TypeConversionException("'" + text + "' is no warm-up: expected a duration as P30D, or beginning");
    }
}
