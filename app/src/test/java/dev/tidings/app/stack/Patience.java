package dev.tidings.app.stack;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long a test waits for anything before it fails: one setting for all of them, and minutes, since a machine that
 * has other work to do is no failure. Nobody waits that long for what happens.
 */
public final class Patience {

    /** What {@code -Dtidings.test.patience} says as an ISO-8601 duration; five minutes where it says nothing. */
    public static final Duration LIMIT = Duration.parse(System.getProperty("tidings.test.patience", "PT5M"));

    private Patience() {}

    /** Returns a wait that fails after {@link #LIMIT}. */
    public static ConditionFactory await() {
        return Awaitility.await().atMost(LIMIT);
    }
}
