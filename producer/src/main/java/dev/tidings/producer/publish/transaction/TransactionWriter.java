package dev.tidings.producer.publish.transaction;

import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishException;
import dev.tidings.producer.publish.PublisherFencedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/**
 * Writes records of one root, all or nothing. A transaction is begun only when everything in it is at hand, so it lasts
 * as long as the broker takes and no slow disk can hold readers up.
 */
final class TransactionWriter implements AutoCloseable {

    private static final int ATTEMPTS = 3;

    private final KafkaAccess kafka;
    private final String root;
    private final Producer<byte[], byte[]> producer;

    /** Connects and fences an older publisher of the root; its open transaction is aborted before this returns. */
    TransactionWriter(KafkaAccess kafka, String root) {
        this.kafka = kafka;
        this.root = root;
        this.producer = kafka.openProducer(TransactionalId.of(kafka.topics(), root));
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            close();
            throw failureOf(e);
        }
    }

    int partitions(String topic) {
        try {
            return producer.partitionsFor(topic).size();
        } catch (KafkaException e) {
            throw failureOf(e);
        }
    }

    /** Writes and commits; returns where each record stands, in the order given. */
    List<RecordMetadata> writeAll(List<ProducerRecord<byte[], byte[]>> records) {
        for (int attempt = 1; ; attempt++) {
            try {
                return sendAndCommit(records);
            } catch (KafkaException e) {
                if (isFenced(e) || e instanceof InterruptException || causedBy(e, TimeoutException.class)) {
                    throw failureOf(e);
                }
                abortTransaction();
                if (attempt == ATTEMPTS || !mayPass(e)) {
                    throw failureOf(e);
                }
            }
        }
    }

    private List<RecordMetadata> sendAndCommit(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<byte[], byte[]> record : records) {
            sent.add(sendRecord(record));
        }
        producer.commitTransaction();
        return sent.stream().map(TransactionWriter::positionOf).toList();
    }

    /**
     * When the broker is gone every single send blocks for max.block.ms before it fails, so the first must be the
     * last.
     */
    private Future<RecordMetadata> sendRecord(ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> sent = producer.send(record);
        if (sent.isDone()) {
            positionOf(sent);
        }
        return sent;
    }

    private static RecordMetadata positionOf(Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
        }
    }

    private void abortTransaction() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            throw failureOf(e);
        }
    }

    /** Returns whether a new transaction of the same records may pass: a restarted broker can lose its part of one. */
    private static boolean mayPass(KafkaException e) {
        return causedBy(e, RetriableException.class) || causedBy(e, TransactionAbortableException.class);
    }

    private static boolean isFenced(KafkaException e) {
        return causedBy(e, ProducerFencedException.class) || causedBy(e, InvalidProducerEpochException.class);
    }

    private RuntimeException failureOf(KafkaException e) {
        if (e instanceof InterruptException) {
            return e;
        }
        if (isFenced(e)) {
            return new PublisherFencedException(root, e);
        }
        if (causedBy(e, TimeoutException.class)) {
            return kafka.unreachable(e);
        }
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return new PublishException(
                "Kafka refuses a transaction of source '" + root + "': " + cause.getMessage()
                        + "; what was committed before stays: publish again when the cause is gone",
                e);
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(type::isInstance);
    }

    /** Closes without waiting: nothing is in flight after a commit, and after a failure nothing is to be kept. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
