package dev.tidings.producer.source;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** How long a test waits for a condition: minutes, since a machine that has other work to do is no failure. */
final class Patience {

    /** What {@code -Dtidings.test.patience} says as an ISO-8601 duration; five minutes where it says nothing. */
    private static final Duration LIMIT = Duration.parse(System.getProperty("tidings.test.patience", "PT5M"));

    private Patience() {}

    /** Returns a wait that fails when patience ends; asks every millisecond. */
    static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT).pollInterval(Duration.ofMillis(1));
    }
}
