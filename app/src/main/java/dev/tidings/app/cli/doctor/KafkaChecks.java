package dev.tidings.app.cli.doctor;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ClusterMark;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.MissingAddressException;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;

/** Checks of the Kafka cluster. */
final class KafkaChecks {
    private static final String TRANSACTION_VERSION = "transaction.version";

    /** From this level on a broker fences what a delayed commit could still do to a later transaction (KIP-890). */
    private static final int SAFE_TRANSACTIONS = 2;

    private static final int CONNECT_MILLIS = 3_000;

    private KafkaChecks() {}

    static List<CheckResult> runChecks(Settings settings, Topics topics) {
        try {
            return checkServers(
                    settings, topics, String.valueOf(settings.kafkaConfig().get("bootstrap.servers")));
        } catch (MissingAddressException missing) {
            return List.of(CheckResult.unknown("broker", missing));
        }
    }

    private static List<CheckResult> checkServers(Settings settings, Topics topics, String servers) {
        // The client would go on trying for its whole timeout where nobody listens.
        if (Arrays.stream(servers.split(",", -1)).noneMatch(KafkaChecks::isListening)) {
            return List.of(noAnswer(servers));
        }
        try (TopicAdmin broker = new TopicAdmin(settings)) {
            return List.of(
                    checkCluster(broker, settings.get(ConnectionSettings.DATA_DIR)),
                    checkTransactions(broker),
                    checkTopics(broker, topics));
        } catch (DependencyUnreachableException silent) {
            return List.of(noAnswer(servers));
        } catch (KafkaException refused) {
            return List.of(CheckResult.fail(
                    "broker", String.valueOf(refused.getMessage()), "check the kafka.* settings in 'tidings config'"));
        }
    }

    private static CheckResult noAnswer(String servers) {
        return CheckResult.unreachable(
                "broker", "no answer from " + servers, "start it with 'tidings up', or set --bootstrap-server");
    }

    /** Whether somebody takes connections there; an address that is none is left to the client to explain. */
    private static boolean isListening(String server) {
        String host = Utils.getHost(server);
        Integer port = Utils.getPort(server);
        if (host == null || port == null) {
            return true;
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private static CheckResult checkCluster(TopicAdmin broker, Path folder) {
        int nodes = broker.awaitAnswer(broker.adminClient().describeCluster().nodes())
                .size();
        ClusterMark cluster = broker.clusterMark();
        String found = cluster.address() + ", cluster " + cluster.clusterId() + ", " + nodes
                + (nodes == 1 ? " node" : " nodes");
        try {
            cluster.check(folder);
        } catch (SettingsException anotherCluster) {
            return CheckResult.fail("broker", found, String.valueOf(anotherCluster.getMessage()));
        }
        return CheckResult.ok("broker", nodes == 1 ? found + " (enough for one machine, not for production)" : found);
    }

    private static CheckResult checkTransactions(TopicAdmin broker) {
        Map<String, FinalizedVersionRange> features = broker.awaitAnswer(
                        broker.adminClient().describeFeatures().featureMetadata())
                .finalizedFeatures();
        FinalizedVersionRange range = features.get(TRANSACTION_VERSION);
        int level = range == null ? 0 : range.maxVersionLevel();
        String found = TRANSACTION_VERSION + " " + level;
        return level >= SAFE_TRANSACTIONS
                ? CheckResult.ok("transactions", found)
                : CheckResult.warn(
                        "transactions",
                        found,
                        "kafka-features.sh upgrade --feature " + TRANSACTION_VERSION + "=" + SAFE_TRANSACTIONS);
    }

    private static CheckResult checkTopics(TopicAdmin broker, Topics topics) {
        List<String> missing;
        try {
            missing = broker.missingTopics(topics);
        } catch (SettingsException former) {
            return CheckResult.fail("topics", String.valueOf(former.getMessage()), "");
        }
        int all = topics.allTopics().size();
        if (missing.isEmpty()) {
            return CheckResult.ok("topics", all + " of " + all);
        }
        return CheckResult.fail(
                "topics",
                (all - missing.size()) + " of " + all + ", without " + String.join(", ", missing),
                "'tidings up', 'tidings streams' or 'tidings publish' makes them");
    }
}
