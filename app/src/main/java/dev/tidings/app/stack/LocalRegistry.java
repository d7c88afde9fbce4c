package dev.tidings.app.stack;

import java.util.List;

/**
 * A real schema registry (Apicurio, with the Confluent interface) as a child process on a loopback port. Its schemas
 * lie in an H2 file in the data folder and survive restarts.
 *
 * <p>Not thread-safe.
 */
public final class LocalRegistry {
    static final String NAME = "registry";
    private static final int USUAL_PORT = 8081;

    private final int port;
    private final ServiceRunner runner;
    private final Service service;

    private LocalRegistry(StackConfig stackConfig, int port) {
        this.port = port;
        this.runner = new ServiceRunner(stackConfig);
        this.service = new Service(
                NAME, registryCommand(stackConfig, port), () -> HealthProbe.webAnswers(url() + "/subjects"));
    }

    /**
     * The registry of a folder, not started yet.
     *
     * @param stackConfig where it runs
     * @return the registry, at the port of its last run when that is free
     */
    public static LocalRegistry inFolder(StackConfig stackConfig) {
        boolean running = LocalProcess.findRunning(NAME, stackConfig.folder()).isPresent();
        Ports ports = Ports.rememberedIn(stackConfig.folder().portsFile());
        return new LocalRegistry(
                stackConfig,
                ports.choosePort(NAME, running, stackConfig.stackPurpose().preferredPort(USUAL_PORT)));
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    void launchProcess() {
        runner.launchService(service);
    }

    void awaitReady() {
        runner.awaitReady(service);
    }

    /**
     * Starts the registry and waits until it answers.
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
     * @return the base address of the Confluent interface
     */
    public String url() {
        return urlAt(port);
    }

    static String urlAt(int port) {
        return "http://" + BrokerProperties.loopbackAddress(port) + "/apis/ccompat/v7";
    }

    /**
     * The process, to be killed, paused or asked for its id.
     *
     * @return the running process
     * @throws LocalStackException when it does not run
     */
    public LocalProcess process() {
        return runner.findProcess(service).orElseThrow(() -> new LocalStackException("the " + NAME + " is stopped"));
    }

    /** Stops the registry in order; nothing happens when it does not run. */
    public void stop() {
        runner.findProcess(service).ifPresent(runner::stopProcess);
    }

    private static JavaCommand registryCommand(StackConfig stackConfig, int port) {
        return JavaCommand.ofJar(
                        stackConfig.installation().registryJar(),
                        stackConfig.stackPurpose().jvmOptions())
                .withOptions(List.of("-Xms64m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"))
                .withOptions(List.of(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        // One line per request would fill the disk of a stack that runs for weeks.
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dapicurio.datasource.url=jdbc:h2:file:"
                                + stackConfig.folder().dataOf(NAME).resolve("schemas")));
    }
}
