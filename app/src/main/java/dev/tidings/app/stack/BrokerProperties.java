package dev.tidings.app.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The {@code server.properties} of one node of a local cluster, which is broker and controller in one process.
 *
 * @param node 1-based number of the node
 * @param addresses of all nodes, in the order of their numbers
 * @param logs folder of the data
 */
record BrokerProperties(int node, List<Address> addresses, Path logs) {
    /** The two loopback ports of a node. */
    record Address(int broker, int controller) {}

    /** The name of a broker that has no others beside it. */
    static final String SINGLE = "broker";

    BrokerProperties {
        addresses = List.copyOf(addresses);
        if (node < 1 || node > addresses.size()) {
            throw new IllegalArgumentException("node " + node + " of " + addresses.size());
        }
    }

    /** The name of a node: its folder, its log. */
    static String nameOf(int node, int nodes) {
        return nodes == 1 ? SINGLE : SINGLE + "-" + node;
    }

    String nodeName() {
        return nameOf(node, addresses.size());
    }

    Address nodeSettings() {
        return addresses.get(node - 1);
    }

    /** All settings, sorted by key. */
    Map<String, String> allSettings() {
        Map<String, String> settings = new TreeMap<>();
        identitySettings(settings);
        quickReturn(settings);
        sizeSettings(settings);
        replicationSettings(settings, Math.min(3, addresses.size()));
        if (addresses.size() > 1) {
            quickFailover(settings);
        }
        return settings;
    }

    private void identitySettings(Map<String, String> settings) {
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(node));
        settings.put(
                "listeners",
                "PLAINTEXT://" + loopbackAddress(nodeSettings().broker()) + ",CONTROLLER://"
                        + loopbackAddress(nodeSettings().controller()));
        settings.put(
                "advertised.listeners",
                "PLAINTEXT://" + loopbackAddress(nodeSettings().broker()));
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", voterList());
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        // History is kept for ever, and so is how far each group has read it.
        settings.put("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    }

    /** Settings for one small machine: few threads, small buffers, few partitions of the internal topics. */
    private static void sizeSettings(Map<String, String> settings) {
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", "8388608");
        settings.put("log.segment.bytes", "134217728");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.num.partitions", "2");
        settings.put("group.initial.rebalance.delay.ms", "0");
    }

    /**
     * After a kill a broker may not come back before its former session has ended, by default 9 seconds; and
     * transactions that nobody will end are looked for every 10.
     */
    private static void quickReturn(Map<String, String> settings) {
        settings.put("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("broker.session.timeout.ms", "3000");
    }

    private static void replicationSettings(Map<String, String> settings, int replicas) {
        String factor = Integer.toString(replicas);
        String inSync = Integer.toString(Math.max(1, replicas - 1));
        settings.put("default.replication.factor", factor);
        settings.put("min.insync.replicas", inSync);
        for (String internal : List.of("transaction.state.log", "share.coordinator.state.topic")) {
            settings.put(internal + ".replication.factor", factor);
            settings.put(internal + ".min.isr", inSync);
        }
        settings.put("offsets.topic.replication.factor", factor);
    }

    /** Nodes on one machine notice the loss of one within seconds; the defaults allow for real networks. */
    private void quickFailover(Map<String, String> settings) {
        settings.put("broker.rack", "rack-" + node);
        settings.put("controller.quorum.election.timeout.ms", "500");
        settings.put("controller.quorum.fetch.timeout.ms", "1000");
        settings.put("replica.lag.time.max.ms", "5000");
    }

    private String voterList() {
        return IntStream.rangeClosed(1, addresses.size())
                .mapToObj(number ->
                        number + "@" + loopbackAddress(addresses.get(number - 1).controller()))
                .collect(Collectors.joining(","));
    }

    static String loopbackAddress(int port) {
        return "127.0.0.1:" + port;
    }
}
