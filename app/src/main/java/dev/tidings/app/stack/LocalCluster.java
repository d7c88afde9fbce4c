package dev.tidings.app.stack;

import dev.tidings.app.stack.BrokerProperties.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.Uuid;

/**
 * Several Kafka nodes on one machine, each broker and controller, with three replicas of everything: what is tested
 * on it can lose any one node.
 *
 * <p>Not thread-safe.
 */
public final class LocalCluster implements AutoCloseable {
    private final List<LocalBroker> nodes;

    private LocalCluster(List<LocalBroker> nodes) {
        this.nodes = nodes;
    }

    /**
     * Starts all nodes and waits until they see each other.
     *
     * @param stackConfig where they run
     * @param size how many, 2 or more; an odd number makes sense
     * @return the running cluster
     * @throws LocalStackException when a node does not start
     */
    public static LocalCluster startNodes(StackConfig stackConfig, int size) {
        stackConfig.folder().claim();
        Uuid id = Uuid.randomUuid();
        Ports ports = Ports.rememberedIn(stackConfig.folder().portsFile());
        List<Address> addresses = nodeAddresses(ports, size);
        List<LocalBroker> nodes = new ArrayList<>();
        for (int node = 1; node <= size; node++) {
            Path data = stackConfig
                    .folder()
                    .dataOf(BrokerProperties.nameOf(node, size))
                    .resolve(BrokerStorage.DATA);
            nodes.add(new LocalBroker(stackConfig, new BrokerProperties(node, addresses, data), id, ports));
        }
        LocalCluster cluster = new LocalCluster(List.copyOf(nodes));
        nodes.forEach(LocalBroker::launchProcess);
        nodes.forEach(LocalBroker::awaitReady);
        return cluster;
    }

    /**
     * One node, to be killed, paused, stopped or started again.
     *
     * @param number from 1
     * @return the node
     */
    public LocalBroker node(int number) {
        return nodes.get(number - 1);
    }

    /**
     * Where clients connect.
     *
     * @return the addresses of all nodes
     */
    public String bootstrapServers() {
        return nodes.stream().map(LocalBroker::bootstrapServers).collect(Collectors.joining(","));
    }

    /**
     * Stops all nodes together: one after the other, the last would wait for a quorum that is gone. Where one is dead
     * already, the others would wait for it too, and are ended by force.
     */
    @Override
    public void close() {
        if (nodes.stream().allMatch(LocalBroker::isRunning)) {
            nodes.parallelStream().forEach(LocalBroker::stop);
        } else {
            nodes.forEach(LocalBroker::kill);
        }
    }

    private static List<Address> nodeAddresses(Ports ports, int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj(node -> BrokerProperties.nameOf(node, size))
                .map(name -> new Address(
                        ports.choosePort(PortRequest.ofAny(name), false),
                        ports.choosePort(LocalBroker.controllerPortRequest(name), false)))
                .toList();
    }
}
