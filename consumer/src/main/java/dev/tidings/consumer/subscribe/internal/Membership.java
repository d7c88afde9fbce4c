package dev.tidings.consumer.subscribe.internal;

import dev.tidings.kafka.settings.SettingsException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.FencedInstanceIdException;

/** How a {@link ConsumerService} gets its loops: the first, and another when its group has shut out the one before. */
@FunctionalInterface
public interface Membership {

    /** Returns a loop that does not run yet; whoever runs it ends it. */
    PollLoop openLoop();

    /**
     * Waits until nobody else can have this process's name in the group. Where there are no names, nobody is shut out.
     *
     * @param memberId what the group called the member that it has shut out; empty where that is not known
     * @param closing whether nobody shall wait any more
     * @throws SettingsException when another process has the name, or the group has shut this one out too often
     */
    default void requireName(FencedInstanceIdException shutOut, String memberId, BooleanSupplier closing) {
        throw shutOut;
    }
}
