package dev.tidings.app.stack;

import dev.tidings.app.stack.BrokerProperties.Address;
import dev.tidings.kafka.settings.ClusterMark;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker, which is its own controller, as a child process on loopback ports. Its data lies in one
 * folder; a restart on that folder has the same data and the same port for clients, or fails.
 *
 * <p>Not thread-safe.
 */
public final class LocalBroker {
    /** Without the lists of all settings and of every decision of the controller, thousands of lines a start. */
    private static final List<String> LOGGING = List.of(
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.controller=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.image=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.raft=warn");

    private final DataFolder dataFolder;
    private final Ports ports;
    private final BrokerProperties properties;
    private final BrokerStorage storage;
    private final ServiceRunner runner;
    private final Service service;

    LocalBroker(StackConfig stackConfig, BrokerProperties properties, Uuid cluster, Ports ports) {
        JavaCommand java = brokerCommand(stackConfig);
        this.dataFolder = stackConfig.folder();
        this.ports = ports;
        Path folder = stackConfig.folder().dataOf(properties.nodeName());
        this.properties = properties;
        this.storage = new BrokerStorage(folder, cluster, java);
        this.runner = new ServiceRunner(stackConfig);
        int nodes = properties.addresses().size();
        this.service = new Service(
                properties.nodeName(),
                java.withArguments(List.of(storage.settingsFile().toString())),
                process -> HealthProbe.brokerAnswers(properties.nodeSettings().broker(), storage.clusterId(), nodes));
    }

    /**
     * The one broker of a folder, not started yet.
     *
     * @param stackConfig where it runs
     * @return the broker, at the port that was set or that of its last run
     * @throws LocalStackException when another program has that port
     */
    public static LocalBroker inFolder(StackConfig stackConfig) {
        return inFolder(stackConfig, Ports.rememberedIn(stackConfig.folder().portsFile()));
    }

    /** As {@link #inFolder(StackConfig)}, with ports that are chosen for other parts, too. */
    static LocalBroker inFolder(StackConfig stackConfig, Ports ports) {
        stackConfig.folder().claim();
        String name = BrokerProperties.SINGLE;
        boolean running = LocalProcess.findRunning(name, stackConfig.folder()).isPresent();
        Address address = new Address(
                ports.choosePort(stackConfig.brokerPortRequest(), running),
                ports.choosePort(controllerPortRequest(name), running));
        Path data = stackConfig.folder().dataOf(name).resolve(BrokerStorage.DATA);
        return new LocalBroker(stackConfig, new BrokerProperties(1, List.of(address), data), Uuid.randomUuid(), ports);
    }

    /** The port of a node's controller, which other nodes alone connect to. */
    static PortRequest controllerPortRequest(String node) {
        return PortRequest.ofAny(node + ".controller");
    }

    /**
     * Prepares the storage on the first start, then starts the process; {@link #awaitReady} waits for it.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when the folder belongs to another cluster
     */
    void launchProcess() {
        if (isRunning()) {
            return;
        }
        cluster().check(dataFolder.root());
        OwnBrokerSettings own = OwnBrokerSettings.readFrom(dataFolder.ownBrokerSettings());
        storage.prepareStorage(own.addTo(properties.allSettings()), runner);
        cluster().claim(dataFolder.root());
        runner.launchService(service);
    }

    void awaitReady() {
        runner.awaitReady(service);
        ports.savePort(service.name());
        ports.savePort(controllerPortRequest(service.name()).part());
    }

    private ClusterMark cluster() {
        return new ClusterMark(storage.clusterId(), bootstrapServers());
    }

    /**
     * Starts the broker and waits until it answers.
     *
     * @throws LocalStackException when it does not, with the reason from its log
     */
    public void start() {
        launchProcess();
        awaitReady();
    }

    /**
     * Where clients connect.
     *
     * @return host and port
     */
    public String bootstrapServers() {
        return BrokerProperties.loopbackAddress(properties.nodeSettings().broker());
    }

    /**
     * The process, to be killed, paused or asked for its id.
     *
     * @return the running process
     * @throws LocalStackException when it does not run
     */
    public LocalProcess process() {
        return runner.findProcess(service)
                .orElseThrow(() -> new LocalStackException("the " + service.name() + " is stopped"));
    }

    /** Returns whether its process lives. */
    boolean isRunning() {
        return runner.findProcess(service).isPresent();
    }

    /** Ends the broker by force; nothing happens when it does not run. */
    void kill() {
        runner.findProcess(service).ifPresent(LocalProcess::kill);
    }

    /** Stops the broker in order; nothing happens when it does not run. */
    public void stop() {
        runner.findProcess(service).ifPresent(runner::stopProcess);
    }

    private static JavaCommand brokerCommand(StackConfig stackConfig) {
        return new JavaCommand(
                        stackConfig.installation().brokerClassPath(),
                        stackConfig.stackPurpose().jvmOptions(),
                        "kafka.Kafka",
                        List.of())
                .withOptions(List.of("-Xms64m", "-Xmx512m", "-XX:+ExitOnOutOfMemoryError"))
                .withOptions(LOGGING);
    }
}
