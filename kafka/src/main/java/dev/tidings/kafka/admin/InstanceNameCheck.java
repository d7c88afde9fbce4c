package dev.tidings.kafka.admin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.MemberDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whether another process lives under the name of a static member that its group has shut out. A broker that was
 * restarted can take the member that it finds first in its log for the living one, and shut out who really lives,
 * although nobody else has the name. Whoever takes a name over keeps the client id and host of the member before, so
 * these tell nothing: but a member of the past goes when its session is over, and one that stays is alive.
 *
 * <p>Not part of the API: public for the other modules.
 */
public final class InstanceNameCheck {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceNameCheck.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    /** The session of who was shut out may have begun anew a moment ago, when the broker read its log. */
    private static final int SESSIONS = 2;

    private final TopicAdmin broker;
    private final String group;
    private final Duration session;
    private final BooleanSupplier stopping;

    /**
     * Makes a check; nothing is asked yet.
     *
     * @param broker stays the caller's
     * @param group consumer group
     * @param session how long a member may be silent before the group forgets it
     * @param stopping whether the process is ending, so that nobody shall wait any more
     */
    public InstanceNameCheck(TopicAdmin broker, String group, Duration session, BooleanSupplier stopping) {
        this.broker = broker;
        this.group = group;
        this.session = session;
        this.stopping = stopping;
    }

    /**
     * Looks for another process; waits for at most two sessions where a member might be one.
     *
     * @param another whether a member has the name and is not known to be of the process that asks
     * @return false when there is none, and also when the broker cannot be asked: then only another try can tell
     */
    public boolean isTaken(Predicate<MemberDescription> another) {
        long deadline = System.nanoTime() + session.multipliedBy(SESSIONS).toNanos();
        try {
            while (!stopping.getAsBoolean() && broker.membersOf(group).stream().anyMatch(another)) {
                if (System.nanoTime() > deadline) {
                    return true;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (RuntimeException e) { // whatever the broker says, it is no answer to the question
            LOG.debug("nobody can tell who is a member of {}", group, e);
        }
        return false;
    }
}
