package dev.tidings.app.stack;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * A real schema registry (Apicurio, with the Confluent interface) as a child process on a loopback port. Its schemas
 * lie in an H2 file in the data folder and survive restarts.
 *
 * <p>Not thread-safe.
 */
public final class LocalRegistry {
    static final String NAME = "registry";

    /** Every answer carries it, so that a stranger's registry at the same port is told from this folder's. */
    private static final String HEADER = "X-Tidings-Stack";

    private final Ports ports;
    private final int port;
    private final ServiceRunner runner;
    private final Service service;

    private LocalRegistry(StackConfig stackConfig, Ports ports, int port) {
        this.ports = ports;
        this.port = port;
        String token = tokenOf(stackConfig.folder());
        this.runner = new ServiceRunner(stackConfig);
        this.service = new Service(
                NAME,
                registryCommand(stackConfig, port, token),
                process -> HealthProbe.webAnswers(url() + "/subjects", HEADER, token));
    }

    /**
     * The registry of a folder, not started yet.
     *
     * @param stackConfig where it runs
     * @return the registry, at the port that was set or that of its last run
     * @throws LocalStackException when another program has that port
     */
    public static LocalRegistry inFolder(StackConfig stackConfig) {
        return inFolder(stackConfig, Ports.rememberedIn(stackConfig.folder().portsFile()));
    }

    /** As {@link #inFolder(StackConfig)}, with ports that are chosen for other parts, too. */
    static LocalRegistry inFolder(StackConfig stackConfig, Ports ports) {
        boolean running = LocalProcess.findRunning(NAME, stackConfig.folder()).isPresent();
        return new LocalRegistry(stackConfig, ports, ports.choosePort(stackConfig.registryPortRequest(), running));
    }

    /** Starts the process; {@link #awaitReady} waits for it. */
    void launchProcess() {
        runner.launchService(service);
    }

    void awaitReady() {
        runner.awaitReady(service);
        ports.savePort(NAME);
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

    /** Tells this folder's registry from all others, copies of the folder included. */
    private static String tokenOf(DataFolder folder) {
        return UUID.nameUUIDFromBytes(folder.root().toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static JavaCommand registryCommand(StackConfig stackConfig, int port, String token) {
        return JavaCommand.ofJar(
                        stackConfig.installation().registryJar(),
                        stackConfig.stackPurpose().jvmOptions())
                .withOptions(List.of("-Xms64m", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError"))
                .withOptions(List.of(
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.http.header.\"" + HEADER + "\".value=" + token,
                        // One line per request would fill the disk of a stack that runs for weeks.
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dapicurio.datasource.url=jdbc:h2:file:"
                                + stackConfig.folder().dataOf(NAME).resolve("schemas")));
    }
}
