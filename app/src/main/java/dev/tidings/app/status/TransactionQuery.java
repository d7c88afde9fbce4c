package dev.tidings.app.status;

import dev.tidings.kafka.admin.TopicAdmin;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.common.TopicPartition;

/** Finds the transactions that hold readers up. */
final class TransactionQuery {
    private TransactionQuery() {}

    /**
     * Returns the transactions that are open.
     *
     * @param partitions in which some are
     * @param now by the broker's clock
     */
    static List<OpenTransaction> openTransactions(TopicAdmin broker, List<TopicPartition> partitions, Instant now) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = new HashMap<>();
        broker.awaitAnswer(broker.adminClient().listTransactions().all())
                .forEach(listing -> names.put(listing.producerId(), listing.transactionalId()));
        return broker
                .awaitAnswer(broker.adminClient().describeProducers(partitions).all())
                .entrySet()
                .stream()
                .flatMap(found -> found.getValue().activeProducers().stream()
                        .filter(producer ->
                                producer.currentTransactionStartOffset().isPresent())
                        .map(producer -> openTransaction(found.getKey(), producer, names, now)))
                .sorted(Comparator.comparingLong(OpenTransaction::idleSeconds).reversed())
                .toList();
    }

    private static OpenTransaction openTransaction(
            TopicPartition partition, ProducerState producer, Map<Long, String> names, Instant now) {
        Duration idle = Duration.between(Instant.ofEpochMilli(producer.lastTimestamp()), now);
        return new OpenTransaction(
                partition.topic(),
                partition.partition(),
                names.getOrDefault(producer.producerId(), ""),
                producer.producerId(),
                producer.currentTransactionStartOffset().orElse(0),
                Math.max(0, idle.toSeconds()));
    }
}
