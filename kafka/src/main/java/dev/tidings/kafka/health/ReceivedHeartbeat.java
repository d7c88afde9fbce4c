package dev.tidings.kafka.health;

import dev.tidings.schemas.Heartbeat;
import java.time.Duration;
import java.time.Instant;

/**
 * A heartbeat as it stands in its topic.
 *
 * @param heartbeat what the process said
 * @param received when the broker took it, by the broker's clock
 */
public record ReceivedHeartbeat(Heartbeat heartbeat, Instant received) {

    /** A pause of the process or of the broker must not look like an end. */
    private static final int MISSED = 3;

    private static final Duration SLACK = Duration.ofSeconds(5);

    /** Returns how far the clock of the process is behind the broker's; negative when it is ahead. */
    public Duration clockDifference() {
        return Duration.between(heartbeat.getSent(), received);
    }

    /** Returns how long ago the broker took it. */
    public Duration age(Instant now) {
        return Duration.between(received, now);
    }

    /** Returns whether further ones should have come since. */
    public boolean isOverdue(Instant now) {
        Duration expected = Duration.ofMillis(heartbeat.getIntervalMillis()).multipliedBy(MISSED);
        return age(now).compareTo(expected.plus(SLACK)) > 0;
    }
}
