package dev.tidings.app.stack;

import java.util.Collection;

/** Runs services beside whatever servers a test has started in a folder. Not thread-safe. */
public final class TestServices {
    private final ServiceRunner runner;

    public TestServices(StackConfig stackConfig) {
        this.runner = new ServiceRunner(stackConfig);
    }

    /** Starts a service unless it runs, and waits until it is ready. */
    public void start(Service service) {
        runner.launchService(service);
        runner.awaitReady(service);
    }

    /** The running process of a service or a server. */
    public LocalProcess process(String name) {
        return runner.runningParts().stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " does not run"));
    }

    /** Stops services in order; nothing happens to those that do not run. */
    public void stop(Collection<String> names) {
        runner.runningParts().stream()
                .filter(process -> names.contains(process.name()))
                .forEach(runner::stopProcess);
    }
}
