package dev.tidings.streams.extract;

import java.time.LocalDate;

/**
 * When an article says it was published.
 *
 * @param iso ISO 8601 date or date-time, as precise as it is written, with its own offset from UTC if it gives one
 * @param precision day, minute or second
 * @param surface the characters it was read from
 * @param day the day where it was published
 */
public record PublicationDate(String iso, String precision, String surface, LocalDate day) {}
