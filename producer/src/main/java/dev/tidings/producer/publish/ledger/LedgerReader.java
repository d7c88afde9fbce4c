package dev.tidings.producer.publish.ledger;

import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.PublishException;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.producer.source.SourceRoot;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the ledger knows of one root, up to the log's end.
 *
 * <p>The end is the one that uncommitted records count for: roots share ledger partitions, so another root's open
 * transaction can stand before this root's committed entries, and a reader that stopped at the last stable offset would
 * miss them and publish again. Reading waits for such a transaction to end.
 */
public final class LedgerReader {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerReader.class);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaAccess kafka;
    private final Admin admin;
    private final Duration timeout;

    public LedgerReader(KafkaAccess kafka, Admin admin) {
        this.kafka = kafka;
        this.admin = admin;
        this.timeout = Duration.ofMillis(kafka.settings().get(PublishSettings.LEDGER_TIMEOUT_MS));
    }

    /**
     * Reads the entries of a root; its publisher must have initialised its transactions before.
     *
     * @param named whether the root's name was given by hand, so that it may stand for a folder that has moved
     * @return the ledger, to be closed by the caller
     */
    public Ledger readLedger(SourceRoot sourceRoot, boolean named, int partition) {
        Ledger ledger = new Ledger();
        try {
            readInto(ledger, sourceRoot, partition);
            if (!named) {
                ledger.checkBelongsTo(sourceRoot);
            }
            return ledger;
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
    }

    private void readInto(Ledger ledger, SourceRoot sourceRoot, int partition) {
        Topic topic = kafka.topics().ledger();
        TopicPartition ledgerPartition = new TopicPartition(topic.name(), partition);
        long end = logEnd(ledgerPartition);
        try (Consumer<byte[], byte[]> consumer = kafka.openConsumer();
                Deserializer<LedgerEntry> entries = kafka.serdes().deserializer(topic, LedgerEntry.class)) {
            consumer.assign(List.of(ledgerPartition));
            consumer.seekToBeginning(List.of(ledgerPartition));
            readUpTo(end, consumer, new LedgerEntries(ledger, sourceRoot, entries, LOG::warn));
        } catch (org.apache.kafka.common.errors.TimeoutException e) {
            throw kafka.unreachable(e);
        }
    }

    private void readUpTo(long end, Consumer<byte[], byte[]> consumer, LedgerEntries entries) {
        TopicPartition partition = consumer.assignment().iterator().next();
        long deadline = System.nanoTime() + timeout.toNanos();
        while (consumer.position(partition) < end) {
            var records = consumer.poll(POLL);
            records.forEach(entries::takeRecord);
            if (!records.isEmpty()) {
                deadline = System.nanoTime() + timeout.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new PublishException(new LedgerTransactionBlocker(admin, partition).explanation());
            }
        }
    }

    private long logEnd(TopicPartition partition) {
        try {
            return admin.listOffsets(
                            Map.of(partition, OffsetSpec.latest()),
                            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw kafka.unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw kafka.unreachable(e);
        }
    }
}
