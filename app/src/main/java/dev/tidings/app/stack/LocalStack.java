package dev.tidings.app.stack;

import dev.tidings.kafka.settings.ConnectionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A Kafka broker and a schema registry on this machine, with whatever services were started beside them. The processes
 * outlive the JVM that started them; another JVM finds them by the data folder and can stop them.
 *
 * <p>Safe between threads and processes: one start or stop at a time on a folder. A second start fails, as it would
 * hardly mean the same; a stop waits.
 */
public final class LocalStack {
    private static final Set<String> SERVERS = Set.of(BrokerProperties.SINGLE, LocalRegistry.NAME);

    private final StackConfig stackConfig;
    private final ServiceRunner runner;
    private final LocalBroker broker;
    private final LocalRegistry registry;
    private final Ports ports;

    private LocalStack(StackConfig stackConfig) {
        this.stackConfig = stackConfig;
        this.runner = new ServiceRunner(stackConfig);
        this.ports = Ports.rememberedIn(stackConfig.folder().portsFile());
        this.broker = LocalBroker.inFolder(stackConfig, ports);
        this.registry = LocalRegistry.inFolder(stackConfig, ports);
    }

    /** What is done between the start of the servers and that of the services, while no other start is at work. */
    public interface Start {
        /** A start of broker and registry alone. */
        Start OF_SERVERS = new Start() {};

        /**
         * Told before anything is started.
         *
         * @param running whether the servers run already
         */
        default void begin(boolean running) {}

        /**
         * Told of each part that did not run before, when it is ready for work.
         *
         * @param part its name
         */
        default void ready(String part) {}

        /**
         * Returns the services that are to run beside the servers, in the order of their start.
         *
         * @param stack whose servers answer
         * @return the services; what of them runs already is left alone
         */
        default List<Service> services(LocalStack stack) {
            return List.of();
        }
    }

    /**
     * Starts broker and registry, as {@link #startStack(StackConfig, Start)}.
     *
     * @param stackConfig installation, data folder and purpose of the stack
     * @return the running stack
     */
    public static LocalStack startStack(StackConfig stackConfig) {
        return startStack(stackConfig, Start.OF_SERVERS);
    }

    /**
     * Starts what does not run yet, and waits until it answers: the process that was started, not whoever else answers
     * at its port.
     *
     * @param stackConfig installation, data folder, purpose and ports of the stack
     * @param start says which services are to run beside the servers
     * @return the running stack
     * @throws LocalStackException when another start or stop is at work on the folder, another program has a port that
     *     is set or remembered, or a part does not start; then what this call started is stopped again
     * @throws dev.tidings.kafka.settings.SettingsException when the folder belongs to another cluster
     */
    public static LocalStack startStack(StackConfig stackConfig, Start start) {
        return stackConfig.folder().runUnlessBusy(() -> {
            start.begin(findRunning(stackConfig).isPresent());
            new ServiceRunner(stackConfig).stopWhere(part -> isHalfStarted(part, stackConfig));
            LocalStack stack = new LocalStack(stackConfig);
            stack.undoOnFailure(() -> stack.startParts(start));
            return stack;
        });
    }

    /** Whether a server's first start was killed before it was known to answer, and nobody knows where it would. */
    private static boolean isHalfStarted(String part, StackConfig stackConfig) {
        return SERVERS.contains(part)
                && Ports.rememberedIn(stackConfig.folder().portsFile()).lastPort(part) == 0;
    }

    /**
     * The stack of a folder, if its broker and its registry run.
     *
     * @param stackConfig installation, data folder and purpose of the stack
     * @return the running stack, or nothing
     */
    public static Optional<LocalStack> findRunning(StackConfig stackConfig) {
        Set<String> names = new ServiceRunner(stackConfig)
                .runningParts().stream()
                        .map(LocalProcess::name)
                        .filter(name -> !isHalfStarted(name, stackConfig))
                        .collect(Collectors.toSet());
        return names.containsAll(SERVERS) ? Optional.of(new LocalStack(stackConfig)) : Optional.empty();
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
            runningPort(BrokerProperties.SINGLE, folder)
                    .map(BrokerProperties::loopbackAddress)
                    .ifPresent(broker -> addresses.put(ConnectionSettings.BOOTSTRAP_SERVERS.key(), broker));
            runningPort(LocalRegistry.NAME, folder)
                    .map(LocalRegistry::urlAt)
                    .ifPresent(registry -> addresses.put(ConnectionSettings.SCHEMA_REGISTRY_URL.key(), registry));
        }
        return addresses;
    }

    private static Optional<Integer> runningPort(String part, DataFolder folder) {
        return LocalProcess.findRunning(part, folder)
                .map(process -> Ports.rememberedIn(folder.portsFile()).lastPort(part))
                .filter(port -> port > 0);
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
     * What people should know of ports that this start had to choose.
     *
     * @return a line for each part that has not its usual port; none when the ports were set or known before
     */
    public List<String> portNotes() {
        return ports.notes();
    }

    /**
     * What runs.
     *
     * @return the processes, first started first
     */
    public List<LocalProcess> processes() {
        return runner.runningParts();
    }

    private void startParts(Start start) {
        Set<String> before =
                runner.runningParts().stream().map(LocalProcess::name).collect(Collectors.toSet());
        Consumer<String> ready = part -> {
            if (!before.contains(part)) {
                start.ready(part);
            }
        };
        registry.launchProcess();
        broker.launchProcess();
        broker.awaitReady();
        ready.accept(BrokerProperties.SINGLE);
        registry.awaitReady();
        ready.accept(LocalRegistry.NAME);
        for (Service service : start.services(this)) {
            startService(service);
            ready.accept(service.name());
        }
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
