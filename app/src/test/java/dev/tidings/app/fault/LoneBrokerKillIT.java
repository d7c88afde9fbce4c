package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalBroker;
import dev.tidings.app.stack.Patience;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The broker of the local stack has no others beside it. Some versions, killed in the middle of commits, forget the end
 * of a transaction (KAFKA-20734), and whoever reads committed records stands still for ever.
 */
@FaultSeries
class LoneBrokerKillIT {

    private static final String TOPIC = "committed";
    private static final int KILLS = Integer.getInteger("tidings.test.faults.kills", 5);
    /** Several times what an open transaction may last; what is hung by then hangs for ever. */
    private static final Duration MAX_OPEN = Duration.ofSeconds(60);

    @TempDir
    Path temporary;

    @Test
    void noTransactionStaysOpenWhenTheBrokerIsKilledWhileItCommits() throws Exception {
        LocalBroker broker = LocalBroker.inFolder(
                new StackConfig(Installation.currentInstallation(), new DataFolder(temporary), StackPurpose.TEST));
        broker.start();
        List<Integer> hung = new ArrayList<>();
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                String topic = TOPIC + kill;
                create(broker, topic);
                killWhileCommitting(broker, topic);
                if (!Await.waitUntil(MAX_OPEN, () -> isAllReadable(broker, topic))) {
                    hung.add(kill);
                }
            }
        } finally {
            broker.stop();
        }
        assertThat(hung)
                .as("kills of " + KILLS + " that left a transaction open")
                .isEmpty();
    }

    private static void killWhileCommitting(LocalBroker broker, String topic) {
        try (TransactionLoad load = new TransactionLoad(broker.bootstrapServers(), topic, topic)) {
            assertThat(Await.waitUntil(Patience.LIMIT, () -> load.committed() >= 200))
                    .as("transactions are committed")
                    .isTrue();
            broker.process().kill();
        }
        broker.start();
    }

    private static void create(LocalBroker broker, String topic) throws Exception {
        try (Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(4), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static boolean isAllReadable(LocalBroker broker, String topic) {
        try (Admin admin = admin(broker)) {
            return ends(admin, topic, IsolationLevel.READ_COMMITTED)
                    .equals(ends(admin, topic, IsolationLevel.READ_UNCOMMITTED));
        } catch (ExecutionException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Map<TopicPartition, Long> ends(Admin admin, String topic, IsolationLevel isolation)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest = IntStream.range(0, 4)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return admin.listOffsets(latest, new ListOffsetsOptions(isolation)).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private static Admin admin(LocalBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
