package dev.tidings.app.fault.stack;

import dev.tidings.app.stack.BrokerGroup;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalBroker;
import dev.tidings.app.stack.LocalCluster;
import dev.tidings.app.stack.LocalRegistry;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.kafka.settings.DataLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brokers and a registry on this machine: one broker that is alone, or three. For one thread. */
public final class Servers implements AutoCloseable {

    private final StackConfig config;
    private final LocalRegistry registry;
    private List<LocalBroker> brokers;

    private Servers(StackConfig config, List<LocalBroker> brokers) {
        this.config = config;
        this.brokers = brokers;
        this.registry = LocalRegistry.inFolder(config);
        registry.start();
    }

    /** Starts one broker, whose data lies on a disk of its own where this machine allows it. */
    public static Servers startLone(Path folder) {
        StackConfig config = config(folder);
        DataLayout.claim(folder);
        Machine.mountDisk(brokerDisk(config));
        LocalBroker broker = LocalBroker.inFolder(config);
        broker.start();
        return new Servers(config, List.of(broker));
    }

    /** Starts three brokers with three replicas of everything. */
    public static Servers startThree(Path folder) {
        StackConfig config = config(folder);
        LocalCluster cluster = LocalCluster.startNodes(config, 3);
        return new Servers(
                config, IntStream.rangeClosed(1, 3).mapToObj(cluster::node).toList());
    }

    private static StackConfig config(Path folder) {
        return new StackConfig(Installation.currentInstallation(), new DataFolder(folder), StackPurpose.TEST);
    }

    private static Path brokerDisk(StackConfig config) {
        return config.folder().root().resolve("broker");
    }

    /** Returns all brokers. */
    public List<LocalBroker> brokers() {
        return brokers;
    }

    /** Returns the only broker. */
    public LocalBroker broker() {
        return brokers.get(0);
    }

    /** Returns the registry. */
    public LocalRegistry registry() {
        return registry;
    }

    /** Returns the disk of the only broker. */
    public Path brokerDisk() {
        return brokerDisk(config);
    }

    /** Returns the folder of the data of a broker of three, by its number from 1. */
    public Path dataOf(int number) {
        return config.folder().dataOf("broker-" + number).resolve("data");
    }

    /** Returns the settings that lead here. */
    public Map<String, String> addresses() {
        String all = brokers.stream().map(LocalBroker::bootstrapServers).collect(Collectors.joining(","));
        return Map.of("bootstrap.servers", all, "schema.registry.url", registry.url());
    }

    /** Returns the port of a broker, by its number from 1. */
    public int port(int number) {
        String address = brokers.get(number - 1).bootstrapServers();
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }

    /** Returns whether the only broker has ended. */
    public boolean isBrokerGone() {
        return BrokerGroup.running(brokers).isEmpty();
    }

    /** Kills brokers together. */
    public void kill(List<LocalBroker> some) {
        BrokerGroup.kill(some);
    }

    /** Starts those that do not run, together, and waits for none. */
    public void launch(List<LocalBroker> some) {
        BrokerGroup.launch(some);
    }

    /** Waits until so many brokers are members of the cluster again. */
    public void awaitMembers(int count) {
        Pipeline.await(count + " brokers are back", () -> BrokerGroup.members(brokers) >= count);
    }

    /** Starts those that do not run, together, and waits for all. */
    public void startBrokers() {
        BrokerGroup.launch(brokers);
        BrokerGroup.awaitReady(brokers);
    }

    /** Stops the only broker in order, and starts it by a clock of its own. */
    public void restartBroker(FakeClock clock) {
        broker().stop();
        clock.startUnder(broker()::start);
    }

    /** Stops the only broker in order, and starts it with further settings. */
    public void restartBroker(Map<String, String> more) {
        broker().stop();
        BrokerGroup.writeOwnSettings(config, more);
        brokers = List.of(LocalBroker.inFolder(config));
        broker().start();
    }

    @Override
    public void close() {
        BrokerGroup.kill(brokers);
        registry.stop();
    }
}
