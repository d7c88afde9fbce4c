package dev.tidings.app.stack;

import dev.tidings.kafka.settings.ConnectionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A Kafka broker and a schema registry on this machine, with whatever services were started beside them. The processes
 * outlive the JVM that started them; another JVM finds them by the data folder and can stop them.
 *
 * <p>Safe between threads and processes: one start or stop at a time on a folder, others wait.
 */
public final class LocalStack {
    private final StackConfig stackConfig;
    private final ServiceRunner runner;
    private final LocalBroker broker;
    private final LocalRegistry registry;

    private LocalStack(StackConfig stackConfig) {
        this.stackConfig = stackConfig;
        this.runner = new ServiceRunner(stackConfig);
        this.broker = LocalBroker.inFolder(stackConfig);
        this.registry = LocalRegistry.inFolder(stackConfig);
    }

    /**
     * Starts what does not run yet, and waits until it answers.
     *
     * @param stackConfig installation, data folder and purpose of the stack
     * @return the running stack
     * @throws LocalStackException when a part does not start; then what this call started is stopped again
     */
    public static LocalStack startStack(StackConfig stackConfig) {
        return stackConfig.folder().runExclusively(() -> {
            LocalStack stack = new LocalStack(stackConfig);
            stack.undoOnFailure(stack::startServers);
            return stack;
        });
    }

    /**
     * The stack of a folder, if its broker and its registry run.
     *
     * @param stackConfig installation, data folder and purpose of the stack
     * @return the running stack, or nothing
     */
    public static Optional<LocalStack> findRunning(StackConfig stackConfig) {
        Set<String> names = new ServiceRunner(stackConfig)
                .runningParts().stream().map(LocalProcess::name).collect(Collectors.toSet());
        return names.containsAll(Set.of(BrokerProperties.SINGLE, LocalRegistry.NAME))
                ? Optional.of(new LocalStack(stackConfig))
                : Optional.empty();
    }

    /**
     * Where the servers that run in a folder are reached; nothing is made in that folder.
     *
     * @param folder of a stack, need not exist
     * @return addresses by the key of their setting, without those of servers that do not run
     */
    public static Map<String, String> addresses(DataFolder folder) {
        Map<String, String> addresses = new TreeMap<>();
        if (folder.wasUsed()) {
            Ports ports = Ports.rememberedIn(folder.portsFile());
            if (LocalProcess.findRunning(BrokerProperties.SINGLE, folder).isPresent()) {
                String broker = BrokerProperties.loopbackAddress(ports.lastPort(BrokerProperties.SINGLE));
                addresses.put(ConnectionSettings.BOOTSTRAP_SERVERS.key(), broker);
            }
            if (LocalProcess.findRunning(LocalRegistry.NAME, folder).isPresent()) {
                String registry = LocalRegistry.urlAt(ports.lastPort(LocalRegistry.NAME));
                addresses.put(ConnectionSettings.SCHEMA_REGISTRY_URL.key(), registry);
            }
        }
        return addresses;
    }

    /**
     * Where this stack is reached.
     *
     * @return both addresses, by the key of their setting
     */
    public Map<String, String> addresses() {
        return Map.of(
                ConnectionSettings.BOOTSTRAP_SERVERS.key(), bootstrapServers(),
                ConnectionSettings.SCHEMA_REGISTRY_URL.key(), registryUrl());
    }

    /**
     * Stops everything that runs in a folder, last started first.
     *
     * @param stackConfig installation, data folder and purpose of the stack
     * @return the names of what was stopped, in that order; empty when nothing ran
     */
    public static List<String> stopStack(StackConfig stackConfig) {
        return stackConfig.folder().runExclusively(() -> new ServiceRunner(stackConfig).stopAll());
    }

    /**
     * Starts further services, each when the one before is ready; what runs already is left alone.
     *
     * @param services in the order of their start
     * @throws LocalStackException when one does not start; then what this call started is stopped again
     */
    public void startServices(List<Service> services) {
        stackConfig.folder().runExclusively(() -> {
            undoOnFailure(() -> services.forEach(this::startService));
            return services;
        });
    }

    /**
     * Where Kafka clients connect.
     *
     * @return host and port
     */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /**
     * Where registry clients connect.
     *
     * @return the base address of the Confluent interface
     */
    public String registryUrl() {
        return registry.url();
    }

    /**
     * What runs.
     *
     * @return the processes, first started first
     */
    public List<LocalProcess> processes() {
        return runner.runningParts();
    }

    private void startServers() {
        registry.launchProcess();
        broker.launchProcess();
        broker.awaitReady();
        registry.awaitReady();
    }

    private void startService(Service service) {
        runner.launchService(service);
        runner.awaitReady(service);
    }

    private void undoOnFailure(Runnable start) {
        Set<Long> before = runner.runningParts().stream().map(LocalProcess::pid).collect(Collectors.toSet());
        boolean started = false;
        try {
            start.run();
            started = true;
        } finally {
            if (!started) {
                runner.runningParts().stream()
                        .filter(process -> !before.contains(process.pid()))
                        .forEach(runner::stopProcess);
            }
        }
    }
}
