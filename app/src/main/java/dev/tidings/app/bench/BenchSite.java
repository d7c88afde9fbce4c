package dev.tidings.app.bench;

import dev.tidings.app.local.DataFolder;
import dev.tidings.app.local.FolderTree;
import dev.tidings.app.local.Installation;
import dev.tidings.app.local.LocalStack;
import dev.tidings.app.local.Purpose;
import dev.tidings.app.local.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one benchmark with the stack that runs there. At the end, by Ctrl-C too, the stack is stopped and the
 * folder removed.
 */
public final class BenchSite implements AutoCloseable {
    private final Site site;
    private final Thread user = Thread.currentThread();
    private final Thread hook = new Thread(this::endAfterInterrupt, "remove the benchmark");
    private @Nullable PublisherProcess publisher;
    private boolean ended;

    private BenchSite(Site site) {
        this.site = site;
    }

    /**
     * Makes a folder in which nothing runs yet.
     *
     * @param parent where to make it
     * @return the site
     * @throws BenchException when it cannot be made
     */
    public static BenchSite in(Path parent) {
        try {
            DataFolder folder = new DataFolder(Files.createTempDirectory(parent, "tidings-bench-"));
            BenchSite bench = new BenchSite(new Site(Installation.current(), folder, Purpose.BENCH));
            Runtime.getRuntime().addShutdownHook(bench.hook);
            return bench;
        } catch (IOException e) {
            throw new BenchException("no folder can be made in " + parent + "; name another with --temp", e);
        }
    }

    /**
     * Starts broker and registry.
     *
     * @return the running stack
     */
    public LocalStack start() {
        return LocalStack.start(site);
    }

    /**
     * The folder.
     *
     * @return its root holds everything
     */
    public DataFolder folder() {
        return site.folder();
    }

    Path samples() {
        return site.installation().home().resolve("seeds");
    }

    /** Takes charge of ending the publisher. */
    synchronized PublisherProcess own(PublisherProcess started) {
        publisher = started;
        return started;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            return;
        }
        end();
    }

    private void endAfterInterrupt() {
        user.interrupt();
        end();
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (publisher != null) {
            publisher.close();
        }
        LocalStack.stop(site);
        FolderTree.delete(site.folder().root());
    }
}
