package dev.tidings.app.cli.output;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A point in time as people write it: ISO 8601, a date alone being its first moment in UTC. */
public final class TimeText implements ITypeConverter<Instant> {

    @Override
    public Instant convert(String text) {
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is no time: expected 2026-05-01 or 2026-05-01T12:00:00Z");
        }
    }
}
