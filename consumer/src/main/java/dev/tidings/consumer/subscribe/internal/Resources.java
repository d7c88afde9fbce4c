package dev.tidings.consumer.subscribe.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Things to close together, the last opened first. Safe for use by many threads. */
public final class Resources implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Resources.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /** Takes ownership of a resource and returns it. */
    public synchronized <T extends AutoCloseable> T ownResource(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Closes what it owns; calls after the first do nothing. */
    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable resource = opened.pop();
            try {
                resource.close();
            } catch (Exception e) { // one that does not close must not keep the others open
                LOG.debug("closing {} failed", resource, e);
            }
        }
    }
}
