package dev.tidings.kafka.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * The times that a record of Kafka can have and a range of records can be asked for by: from 1970-01-01 to the end of
 * 9999. Kafka counts milliseconds from 1970 and takes what is negative for something else than a time.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class RecordTime {

    private static final Instant MIN_TIME = Instant.EPOCH;
    private static final Instant MAX_TIME = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final String RANGE = "a time from 1970-01-01 to 9999-12-31";

    private RecordTime() {}

    /**
     * Returns a time that records can have.
     *
     * @param name what the time is called by whoever gave it, for the message
     * @throws SettingsException when no record can have it
     */
    public static Instant checkTime(String name, Instant time) {
        if (time.isBefore(MIN_TIME) || time.isAfter(MAX_TIME)) {
            throw outOfRange(name, time.toString());
        }
        return time;
    }

    /**
     * Returns the time so long before another.
     *
     * @param name what the duration is called by whoever gave it, for the message
     * @throws SettingsException when no record can have that time
     */
    public static Instant timeBefore(String name, Instant time, Duration duration) {
        try {
            return checkTime(name, time.minus(duration));
        } catch (DateTimeException | ArithmeticException beyondAllTimes) {
            throw outOfRange(name, duration + " before " + time);
        }
    }

    /**
     * Returns a duration that can lie between two records.
     *
     * @param name what it is called by whoever gave it, for the message
     * @throws SettingsException when it is negative or no two records can be so far apart
     */
    public static Duration checkDuration(String name, Duration duration) {
        Duration longest = Duration.between(MIN_TIME, MAX_TIME);
        if (duration.isNegative() || duration.compareTo(longest) > 0) {
            throw new SettingsException(
                    name + " " + duration + " is not possible; give a duration from 0 to P" + longest.toDays() + "D");
        }
        return duration;
    }

    /** Returns the message for a time that no record can have. */
    public static SettingsException outOfRange(String name, String time) {
        return new SettingsException(name + " " + time + " is a time that no record can have; give " + RANGE);
    }
}
