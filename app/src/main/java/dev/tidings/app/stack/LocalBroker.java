package dev.tidings.app.stack;

import dev.tidings.app.stack.BrokerProperties.Address;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker, which is its own controller, as a child process on loopback ports. Its data lies in one
 * folder; a restart on that folder has the same data and, when nobody took them, the same ports.
 *
 * <p>Not thread-safe.
 */
public final class LocalBroker {
    private static final int USUAL_PORT = 9092;

    /** Without the lists of all settings and of every decision of the controller, thousands of lines a start. */
    private static final List<String> LOGGING = List.of(
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.KafkaConfig=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.common.config=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.controller=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.image=warn",
            "-Dorg.slf4j.simpleLogger.log.org.apache.kafka.raft=warn");

    private final BrokerProperties properties;
    private final BrokerStorage storage;
    private final ServiceRunner runner;
    private final Service service;

    LocalBroker(StackConfig stackConfig, BrokerProperties properties, Uuid cluster) {
        JavaCommand java = brokerCommand(stackConfig);
        Path folder = stackConfig.folder().dataOf(properties.nodeName());
        this.properties = properties;
        this.storage = new BrokerStorage(folder, cluster, java);
        this.runner = new ServiceRunner(stackConfig);
        int nodes = properties.addresses().size();
        this.service = new Service(
                properties.nodeName(),
                java.withArguments(List.of(storage.settingsFile().toString())),
                () -> HealthProbe.brokerAnswers(properties.nodeSettings().broker(), nodes));
    }

    /**
     * The one broker of a folder, not started yet.
     *
     * @param stackConfig where it runs
     * @return the broker, at the ports of its last run when they are free
     */
    public static LocalBroker inFolder(StackConfig stackConfig) {
        stackConfig.folder().claim();
        String name = BrokerProperties.SINGLE;
        boolean running = LocalProcess.findRunning(name, stackConfig.folder()).isPresent();
        Ports ports = Ports.rememberedIn(stackConfig.folder().portsFile());
        Address address = new Address(
                ports.choosePort(name, running, stackConfig.stackPurpose().preferredPort(USUAL_PORT)),
                ports.choosePort(name + ".controller", running, 0));
        Path data = stackConfig.folder().dataOf(name).resolve(BrokerStorage.DATA);
        return new LocalBroker(stackConfig, new BrokerProperties(1, List.of(address), data), Uuid.randomUuid());
    }

    /** Prepares the storage on the first start, then starts the process; {@link #awaitReady} waits for it. */
    void launchProcess() {
        storage.prepareStorage(properties.allSettings(), runner);
        runner.launchService(service);
    }

    void awaitReady() {
        runner.awaitReady(service);
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
