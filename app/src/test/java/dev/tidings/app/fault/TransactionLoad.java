package dev.tidings.app.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Producers that commit one small transaction after the other, so that any moment is in the middle of a commit. */
final class TransactionLoad implements AutoCloseable {

    private static final int PRODUCERS = 4;

    private final AtomicInteger committed = new AtomicInteger();
    private final List<KafkaProducer<String, String>> producers = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    /**
     * Starts them.
     *
     * @param ids begins their transactional ids, which nobody may have used before
     */
    TransactionLoad(String bootstrapServers, String topic, String ids) {
        for (int number = 0; number < PRODUCERS; number++) {
            Map<String, Object> config = Map.of(
                    "bootstrap.servers",
                    bootstrapServers,
                    "transactional.id",
                    ids + "-" + number,
                    "transaction.timeout.ms",
                    5_000);
            KafkaProducer<String, String> producer =
                    new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
            producers.add(producer);
            threads.add(new Thread(() -> commitUntilEnded(producer, topic), ids + "-" + number));
        }
        threads.forEach(Thread::start);
    }

    private void commitUntilEnded(KafkaProducer<String, String> producer, String topic) {
        try {
            producer.initTransactions();
            while (!ended) {
                producer.beginTransaction();
                for (int partition = 0; partition < 4; partition++) {
                    var unused = producer.send(new ProducerRecord<>(topic, partition, "key", "value"));
                }
                producer.commitTransaction();
                committed.incrementAndGet();
            }
        } catch (KafkaException | IllegalStateException killed) {
            // Closed in the middle of a transaction: that is what it is for.
        }
    }

    /** Returns how many transactions are committed. */
    int committed() {
        return committed.get();
    }

    /** Ends all of them as a kill would: what is open stays open. */
    @Override
    public void close() {
        ended = true;
        producers.forEach(producer -> producer.close(Duration.ZERO));
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
