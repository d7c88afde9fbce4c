package dev.tidings.app.stack;

import java.util.List;

/**
 * A real schema registry (Apicurio, with the Confluent interface) as a child process on a loopback port. Its schemas lie
 * in an H2 file in the data folder and survive restarts.
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
        this.service = new Service(NAME, command(stackConfig, port), () -> HealthProbe.webAnswers(url() + "/subjects"));
    }

    /**
     * The registry of a folder, not started yet.
     *
     * @param stackConfig where it runs
     * @return the registry, at the port of its last run when that is free
     */
    public static LocalRegistry in(StackConfig stackConfig) {
        boolean running = LocalProcess.running(NAME, stackConfig.folder()).isPresent();
        Ports ports = Ports.rememberedIn(stackConfig.folder().ports());
        return new LocalRegistry(
                stackConfig, ports.of(NAME, running, stackConfig.stackPurpose().port(USUAL_PORT)));
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    void launch() {
        runner.launch(service);
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
        launch();
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
        return "http://" + BrokerProperties.loopback(port) + "/apis/ccompat/v7";
    }

    /**
     * The process, to be killed, paused or asked for its id.
     *
     * @return the running process
     * @throws LocalStackException when it does not run
     */
    public LocalProcess process() {
        return runner.find(service).orElseThrow(() -> new LocalStackException("the " + NAME + " is stopped"));
    }

    /** Stops the registry in order; nothing happens when it does not run. */
    public void stop() {
        runner.find(service).ifPresent(runner::stop);
    }

    private static JavaCommand command(StackConfig stackConfig, int port) {
        return JavaCommand.ofJar(
                        stackConfig.installation().registry(),
                        stackConfig.stackPurpose().options())
                .with(List.of("-Xms64m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"))
                .with(List.of(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        // One line per request would fill the disk of a stack that runs for weeks.
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dapicurio.datasource.url=jdbc:h2:file:"
                                + stackConfig.folder().data(NAME).resolve("schemas")));
    }
}
