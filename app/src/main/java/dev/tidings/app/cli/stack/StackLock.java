package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Service;
import dev.tidings.app.stack.StackConfig;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A local stack in the hands of one command: a running one is used and left alone; one that the command had to start is
 * stopped at its end, also by Ctrl-C, unless it is kept.
 */
final class StackLock implements AutoCloseable {
    private final StackConfig stackConfig;
    private final Thread user = Thread.currentThread();
    private final Thread hook = new Thread(this::stopAfterInterrupt, "stop the local stack");
    private volatile boolean own;
    private volatile boolean kept;

    private StackLock(StackConfig stackConfig) {
        this.stackConfig = stackConfig;
    }

    /** Takes a stack in hand; nothing is started yet. */
    static StackLock ofStack(StackConfig stackConfig) {
        StackLock lock = new StackLock(stackConfig);
        Runtime.getRuntime().addShutdownHook(lock.hook);
        return lock;
    }

    /** Whether the stack runs now. */
    boolean isRunning() {
        return LocalStack.findRunning(stackConfig).isPresent();
    }

    /** Says what a start will do. */
    String startLine() {
        return LocalStack.findRunning(stackConfig)
                .map(stack -> stack.processes().stream().map(LocalProcess::name).toList())
                .map(running -> ChildServices.NAMES.stream()
                        .filter(name -> !running.contains(name))
                        .collect(Collectors.joining(" and ")))
                .map(missing -> "the local stack is running"
                        + (missing.isEmpty() ? " already" : ", but not its " + missing + "; starting that ..."))
                .orElse("starting the local stack ...");
    }

    /**
     * Starts what does not run yet.
     *
     * @param console hears of each part that is ready
     * @param services makes the services, when the servers answer
     */
    LocalStack start(Console console, Function<LocalStack, List<Service>> services) {
        return LocalStack.startStack(stackConfig, new LocalStack.Start() {
            @Override
            public void begin(boolean running) {
                // Only now no other command can start or stop it.
                own = !running;
            }

            @Override
            public void ready(String part) {
                console.sayLine(part + " is ready");
            }

            @Override
            public List<Service> services(LocalStack stack) {
                return services.apply(stack);
            }
        });
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
