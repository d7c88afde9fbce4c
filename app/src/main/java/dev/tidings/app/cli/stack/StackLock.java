package dev.tidings.app.cli.stack;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.StackConfig;

/**
 * A local stack in the hands of one command: a running one is used and left alone; one that the command had to start is
 * stopped at its end, also by Ctrl-C, unless it is kept.
 */
final class StackLock implements AutoCloseable {
    private final StackConfig stackConfig;
    private final boolean own;
    private final Thread user = Thread.currentThread();
    private final Thread hook = new Thread(this::stopAfterInterrupt, "stop the local stack");
    private volatile boolean kept;

    private StackLock(StackConfig stackConfig) {
        this.stackConfig = stackConfig;
        this.own = LocalStack.findRunning(stackConfig).isEmpty();
    }

    /** Finds out whether the stack runs already; nothing is started yet. */
    static StackLock ofStack(StackConfig stackConfig) {
        StackLock lock = new StackLock(stackConfig);
        Runtime.getRuntime().addShutdownHook(lock.hook);
        return lock;
    }

    /** Starts what does not run yet. */
    LocalStack start() {
        return LocalStack.startStack(stackConfig);
    }

    /** Whether the stack was not running before. */
    boolean isOwn() {
        return own;
    }

    /** Leaves the stack running. */
    void keepRunning() {
        kept = true;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return;
        }
        stop();
    }

    private void stopAfterInterrupt() {
        user.interrupt();
        stop();
    }

    private void stop() {
        if (own && !kept) {
            LocalStack.stopStack(stackConfig);
        }
    }
}
