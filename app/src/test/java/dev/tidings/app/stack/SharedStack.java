package dev.tidings.app.stack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One broker and one registry for all JVMs of a test run: the first that asks starts them, the last that ends stops
 * them. A run that was killed left its JVMs' names behind; whoever comes next sees that they are gone, and begins anew.
 */
public final class SharedStack {

    private static final Path TARGET = Installation.currentInstallation().home().resolve("app/target");

    private static @Nullable LocalStack stack;

    private final StackConfig stackConfig = new StackConfig(
            Installation.currentInstallation(), new DataFolder(TARGET.resolve("shared-stack")), StackPurpose.TEST);
    private final Path users = TARGET.resolve("shared-stack-users");
    private final Path self =
            users.resolve(String.valueOf(ProcessHandle.current().pid()));

    private SharedStack() {}

    /**
     * Returns the stack, which runs for as long as this JVM: no listener of tests tells the last class from the
     * others.
     */
    public static synchronized LocalStack ofTheRun() {
        if (stack == null) {
            SharedStack shared = new SharedStack();
            stack = alone(shared::enter);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> alone(shared::leave)));
        }
        return stack;
    }

    private LocalStack enter() throws IOException {
        Files.createDirectories(users);
        if (!hasOtherUsers()) {
            LocalStack.stopStack(stackConfig);
            FolderTree.deleteTree(stackConfig.folder().root());
        }
        Files.writeString(self, "");
        return LocalStack.startStack(stackConfig);
    }

    private Path leave() throws IOException {
        Files.delete(self);
        if (!hasOtherUsers()) {
            LocalStack.stopStack(stackConfig);
        }
        return self;
    }

    private boolean hasOtherUsers() throws IOException {
        try (Stream<Path> processes = Files.list(users)) {
            return processes
                    .filter(process -> !process.equals(self))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .anyMatch(process -> ProcessHandle.of(process).isPresent());
        }
    }

    /** Does something while every other JVM of the run waits. */
    private static <T> T alone(Callable<T> work) {
        Path lock = TARGET.resolve("shared-stack.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException("the stack that tests share", e);
        }
    }
}
