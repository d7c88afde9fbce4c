package dev.tidings.app.cli.output;

import java.time.Duration;
import java.util.Locale;

/** Quantities as people read them. */
public final class HumanText {
    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};
    private static final int STEP = 1024;

    private HumanText() {}

    /** Bytes with one digit after the point from a kilobyte on; a kilobyte has 1024. */
    public static String bytesText(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    /** Whole days, hours, minutes or seconds, whichever is the largest that fits. */
    public static String durationText(Duration duration) {
        if (duration.toDays() > 0) {
            return duration.toDays() + " d";
        }
        if (duration.toHours() > 0) {
            return duration.toHours() + " h";
        }
        return duration.toMinutes() > 0 ? duration.toMinutes() + " min" : duration.toSeconds() + " s";
    }
}
