package dev.tidings.app.status;

import dev.tidings.kafka.health.ReceivedHeartbeat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What time it is for the brokers. They do not tell; but each heartbeat has the time at which it was sent beside the one
 * at which it was taken.
 */
final class BrokerClock {
    private BrokerClock() {}

    /**
     * Returns the time of the brokers.
     *
     * @param here the time of this machine
     * @param host its name
     */
    static Instant now(Instant here, String host, List<ReceivedHeartbeat> heartbeats) {
        Duration difference = heartbeats.stream()
                .filter(received -> received.heartbeat().getHost().equals(host))
                .max(Comparator.comparing(ReceivedHeartbeat::received))
                .map(ReceivedHeartbeat::clockDifference)
                .orElse(Duration.ZERO);
        Instant estimated = here.plus(difference);
        // It cannot be earlier than what it has stamped already.
        return heartbeats.stream()
                .map(ReceivedHeartbeat::received)
                .max(Comparator.naturalOrder())
                .filter(estimated::isBefore)
                .orElse(estimated);
    }
}
