package dev.tidings.app.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.fault.Scenario.Place;
import dev.tidings.app.fault.stack.Pipeline;
import dev.tidings.kafka.admin.TopicAdmin;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What can happen to transactions. */
final class TransactionFaults {

    private TransactionFaults() {}

    static List<Scenario> scenarios() {
        return List.of(
                on("hanging-transaction", 1, "a stranger's open transaction delays, and loses nothing", arena -> {
                    Duration open = Duration.ofSeconds(20);
                    hang(arena, open);
                    arena.fire();
                    Arena.last(open);
                    arena.awaitFlow();
                }),
                on("expired-transactional-ids", 1, "transactional ids may be forgotten in a quiet week", arena -> {
                    arena.servers()
                            .restartBroker(Map.of(
                                    "transactional.id.expiration.ms", "5000",
                                    "transaction.remove.expired.transaction.cleanup.interval.ms", "500"));
                    arena.awaitFlow();
                    arena.pauseLoad();
                    Pipeline.await(
                            "the broker forgets all transactional ids",
                            () -> knownIds(arena).isEmpty());
                    arena.fire();
                    arena.resumeLoad();
                    arena.awaitFlow();
                    arena.servers().restartBroker(Map.of());
                    arena.awaitFlow();
                }));
    }

    /** Leaves a record in each partition of raw that is neither committed nor taken back, until the broker does that. */
    private static void hang(Arena arena, Duration open) throws ExecutionException, InterruptedException {
        Map<String, Object> config = arena.pipeline().settings().kafkaConfig();
        config.put("transactional.id", "stranger");
        config.put("transaction.timeout.ms", String.valueOf(open.toMillis()));
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
        producer.beginTransaction();
        String raw = arena.pipeline().topics().raw().name();
        for (int partition = 0; partition < producer.partitionsFor(raw).size(); partition++) {
            producer.send(new ProducerRecord<>(raw, partition, new byte[] {1}, "never committed".getBytes(UTF_8)))
                    .get();
        }
        // Closed in order, it would take the records back at once.
        arena.keepUntilTheEnd(() -> producer.close(Duration.ZERO));
    }

    private static Collection<TransactionListing> knownIds(Arena arena) {
        TopicAdmin admin = arena.pipeline().admin();
        return admin.awaitAnswer(admin.adminClient().listTransactions().all());
    }

    private static Scenario on(String name, int faults, String promise, Scenario.Script script) {
        return Scenario.on(Place.LONE, name, faults, promise, script);
    }
}
