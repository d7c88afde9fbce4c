package dev.tidings.streams.extract;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as machines write them into pages, feeds and messages. */
public final class WrittenDate {

    private static final int FIRST_YEAR = 1700;
    private static final int LAST_YEAR = 2100;

    private static final Pattern ISO = Pattern.compile(
            "^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
                    + "(?:(?:\\s*[T ,]\\s*)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,:]\\d{1,9})?)?\\s*(?:(Z|UTC|GMT)|([+-]\\d{2}):?(\\d{2})?)?)?");

    private static final Pattern COMPACT =
            Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?)?(Z)?$");

    private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(?:\\d{3})?$");

    /** A day as a part of a path, {@code /2026/01/06/} or {@code /2026-01-06-}. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("/((?:19|20)\\d{2})([/-])(\\d{1,2})\\2(\\d{1,2})(?=[/_-]|$)");

    private static final int SECONDS_LENGTH = 10;

    private WrittenDate() {}

    /** Returns the date; empty when it is none, or none that news can have. */
    public static Optional<PublicationDate> of(String written) {
        String text = written.strip();
        try {
            return parseDate(text)
                    .filter(date ->
                            date.day().getYear() >= FIRST_YEAR && date.day().getYear() <= LAST_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Returns the day that is a part of an article's address; many papers keep their articles by it. */
    public static Optional<PublicationDate> ofAddress(String url) {
        Matcher match = IN_ADDRESS.matcher(url);
        return match.find() ? of(match.group(1) + '-' + match.group(3) + '-' + match.group(4)) : Optional.empty();
    }

    /** Returns whether a text has the form of a machine's date, possible or not. */
    public static boolean isWrittenByMachine(String written) {
        return ISO.matcher(written.strip()).find()
                || COMPACT.matcher(written.strip()).find();
    }

    private static Optional<PublicationDate> parseDate(String text) {
        Matcher iso = ISO.matcher(text);
        if (EPOCH.matcher(text).matches()) {
            long number = Long.parseLong(text);
            Instant instant =
                    text.length() == SECONDS_LENGTH ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
            return Optional.of(dateAt(instant.atOffset(ZoneOffset.UTC), text));
        }
        if (iso.find()) {
            return Optional.of(isoDate(iso, text));
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.find()) {
            return Optional.of(isoDate(compact, text));
        }
        return MailDate.of(text);
    }

    private static PublicationDate dateAt(OffsetDateTime time, String text) {
        return new PublicationDate(
                time.toLocalDate() + "T" + time.toLocalTime().withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME)
                        + offsetText(time.getOffset()),
                "second",
                text,
                time.toLocalDate());
    }

    private static PublicationDate isoDate(Matcher match, String text) {
        LocalDate day = LocalDate.of(groupNumber(match, 1), groupNumber(match, 2), groupNumber(match, 3));
        if (match.group(4) == null) {
            return new PublicationDate(day.toString(), "day", text, day);
        }
        boolean seconds = match.group(6) != null;
        LocalTime time =
                LocalTime.of(groupNumber(match, 4), groupNumber(match, 5), seconds ? groupNumber(match, 6) : 0);
        String clock = String.format(Locale.ROOT, seconds ? "%tT" : "%tR", time);
        return new PublicationDate(day + "T" + clock + zoneOf(match), seconds ? "second" : "minute", text, day);
    }

    private static String zoneOf(Matcher match) {
        if (match.group(7) != null) {
            return "Z";
        }
        boolean given = match.groupCount() > 7 && match.group(8) != null;
        return given
                ? offsetText(ZoneOffset.of(match.group(8) + ":" + (match.group(9) == null ? "00" : match.group(9))))
                : "";
    }

    private static String offsetText(ZoneOffset offset) {
        return offset.getId();
    }

    private static int groupNumber(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }
}
