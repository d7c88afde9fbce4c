package dev.tidings.app.cli;

import dev.tidings.app.local.LocalStack;
import dev.tidings.app.local.Site;

/**
 * A local stack in the hands of one command: a running one is used and left alone; one that the command had to start is
 * stopped at its end, also by Ctrl-C, unless it is kept.
 */
final class StackLease implements AutoCloseable {
    private final Site site;
    private final boolean own;
    private final Thread user = Thread.currentThread();
    private final Thread hook = new Thread(this::stopAfterInterrupt, "stop the local stack");
    private volatile boolean kept;

    private StackLease(Site site) {
        this.site = site;
        this.own = LocalStack.running(site).isEmpty();
    }

    /** Lays hands on the stack of a site; nothing is started yet. */
    static StackLease of(Site site) {
        StackLease lease = new StackLease(site);
        Runtime.getRuntime().addShutdownHook(lease.hook);
        return lease;
    }

    /** Starts what does not run yet. */
    LocalStack start() {
        return LocalStack.start(site);
    }

    /** Whether the stack was not running before. */
    boolean isOwn() {
        return own;
    }

    /** Leaves the stack running. */
    void keep() {
        kept = true;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
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
            LocalStack.stop(site);
        }
    }
}
