package dev.tidings.app.cli.replay;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** For how long state is warmed: an ISO 8601 duration, or {@code beginning}. */
final class WarmUpArgument implements ITypeConverter<WarmUpArgument.WarmUp> {
    private static final String BEGINNING = "beginning";

    /**
     * A warm-up.
     *
     * @param before for how long before the start; empty = from the beginning
     */
    record WarmUp(Optional<Duration> before) {}

    @Override
    public WarmUp convert(String text) {
        if (text.equals(BEGINNING)) {
            return new WarmUp(Optional.empty());
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative()) {
                return new WarmUp(Optional.of(duration));
            }
        } catch (DateTimeParseException e) {
            // Told below, as what is no duration.
        }
        throw new TypeConversionException("'" + text + "' is no warm-up: expected a duration as P30D, or beginning");
    }
}
