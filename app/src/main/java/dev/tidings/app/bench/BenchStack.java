package dev.tidings.app.bench;

import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.FolderTree;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one benchmark with the stack that runs there. At the end, by Ctrl-C too, the stack is stopped and the
 * folder removed.
 */
public final class BenchStack implements AutoCloseable {
    private final StackConfig stackConfig;
    private final Thread user = Thread.currentThread();
    private final Thread hook = new Thread(this::endAfterInterrupt, "remove the benchmark");
    private @Nullable PublisherProcess publisher;
    private boolean ended;

    private BenchStack(StackConfig stackConfig) {
        this.stackConfig = stackConfig;
    }

    /**
     * Makes a folder in which nothing runs yet.
     *
     * @param parent where to make it
     * @return the stack, not running yet
     * @throws BenchException when it cannot be made
     */
    public static BenchStack inFolder(Path parent) {
        try {
            DataFolder folder = new DataFolder(Files.createTempDirectory(parent, "tidings-bench-"));
            BenchStack bench =
                    new BenchStack(new StackConfig(Installation.currentInstallation(), folder, StackPurpose.BENCH));
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
        return LocalStack.startStack(stackConfig);
    }

    /**
     * The folder.
     *
     * @return its root holds everything
     */
    public DataFolder folder() {
        return stackConfig.folder();
    }

    Path samples() {
        return stackConfig.installation().home().resolve("seeds");
    }

    /** Keeps the publisher, which is closed with this stack. */
    synchronized PublisherProcess ownPublisher(PublisherProcess started) {
        publisher = started;
        return started;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return;
        }
        endAll();
    }

    private void endAfterInterrupt() {
        user.interrupt();
        endAll();
    }

    private synchronized void endAll() {
        if (ended) {
            return;
        }
        ended = true;
        if (publisher != null) {
            publisher.close();
        }
        LocalStack.stopStack(stackConfig);
        FolderTree.deleteTree(stackConfig.folder().root());
    }
}
