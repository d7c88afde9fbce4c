package dev.tidings.streams.extract;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as mail and feeds write them, {@code Mon, 06 Sep 2021 16:45:00 +0000}, and as they should not: without weekday or
 * with a wrong one, with years of two digits, months written out, names of zones.
 */
final class MailDate {

    private static final Pattern FORM =
            Pattern.compile("^(?:\\p{L}{2,9}\\.?,?\\s+)?(\\d{1,2})[ -](\\p{L}{3,9})\\.?,?[ -](\\d{4}|\\d{2})"
                    + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?)?\\s*(?:([A-Za-z]{1,5})?\\s*(?:([+-]\\d{2}):?(\\d{2}))?)?"
                    + "(?:\\s*\\(.{0,40}\\))?$");

    /** {@code September 6, 2021 4:45 PM}. */
    private static final Pattern AMERICAN =
            Pattern.compile("^(?:\\p{L}{2,9}\\.?,?\\s+)?(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
                    + "(?:,?(?:\\s+at)?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*([AaPp])?\\.?[Mm]?\\.?)?.{0,12}$");

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /** Names that mean one offset; the others mean several, and are left out. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("Z", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("MSK", "+03:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("KST", "+09:00"));

    private static final int CENTURY = 100;
    private static final int LAST_SHORT_YEAR = 69;
    private static final int HALF_DAY = 12;

    private MailDate() {}

    /**
     * Returns the date; empty when the text has another form.
     *
     * @throws java.time.DateTimeException when there is no such day or hour
     */
    static Optional<PublicationDate> of(String text) {
        Matcher match = FORM.matcher(text);
        if (match.matches() && monthOf(match.group(2)) > 0) {
            LocalDate day = LocalDate.of(yearOf(match.group(3)), monthOf(match.group(2)), number(match.group(1)));
            return Optional.of(dateAt(day, match, 0, zoneOf(match), text));
        }
        Matcher american = AMERICAN.matcher(text);
        if (american.matches() && monthOf(american.group(1)) > 0) {
            LocalDate day =
                    LocalDate.of(number(american.group(3)), monthOf(american.group(1)), number(american.group(2)));
            String half = american.group(7);
            boolean afternoon = half != null && half.equalsIgnoreCase("p") && number(american.group(4)) < HALF_DAY;
            return Optional.of(dateAt(day, american, afternoon ? HALF_DAY : 0, "", text));
        }
        return Optional.empty();
    }

    private static PublicationDate dateAt(LocalDate day, Matcher match, int hours, String zone, String text) {
        if (match.group(4) == null) {
            return new PublicationDate(day.toString(), "day", text, day);
        }
        boolean seconds = match.group(6) != null;
        LocalTime time = LocalTime.of(
                number(match.group(4)) + hours, number(match.group(5)), seconds ? number(match.group(6)) : 0);
        String clock = String.format(Locale.ROOT, seconds ? "%tT" : "%tR", time);
        return new PublicationDate(day + "T" + clock + zone, seconds ? "second" : "minute", text, day);
    }

    private static String zoneOf(Matcher match) {
        if (match.group(8) != null) {
            String offset = match.group(8) + ":" + match.group(9);
            return offset.endsWith("00:00") ? "Z" : offset;
        }
        return match.group(7) == null ? "" : ZONES.getOrDefault(match.group(7).toUpperCase(Locale.ROOT), "");
    }

    private static int monthOf(String name) {
        int at = MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }

    private static int yearOf(String digits) {
        int year = number(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year <= LAST_SHORT_YEAR ? 20 * CENTURY + year : 19 * CENTURY + year;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
