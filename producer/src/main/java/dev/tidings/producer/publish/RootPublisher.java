package dev.tidings.producer.publish;

import dev.tidings.producer.publish.EventRecords.PartitionCounts;
import dev.tidings.producer.source.Root;
import dev.tidings.producer.source.Scan;
import dev.tidings.schemas.kafka.ConnectionSettings;
import java.time.Clock;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The publisher of one root. Transactions are initialised first, which ends whatever an older publisher had begun, and
 * only then is the ledger read: nothing can come to it any more but from here.
 */
final class RootPublisher implements AutoCloseable {

    private final TransactionWriter writer;
    private final InputPreparer preparer;
    private final Batch batch;

    private RootPublisher(TransactionWriter writer, InputPreparer preparer, Batch batch) {
        this.writer = writer;
        this.preparer = preparer;
        this.batch = batch;
    }

    /**
     * Fences and reads.
     *
     * @param named whether the root's name was given by hand, so that it may stand for a folder that has moved
     */
    static RootPublisher begin(KafkaAccess kafka, LedgerReader ledgers, Root root, boolean named, Clock clock) {
        TransactionWriter writer = new TransactionWriter(kafka, root.name());
        try {
            PartitionCounts counts = new PartitionCounts(
                    writer.partitions(kafka.topics().raw().name()),
                    writer.partitions(kafka.topics().ledger().name()));
            Ledger ledger = ledgers.read(root, Partitions.of(root.name(), counts.ledger()));
            if (!named) {
                ledger.checkBelongsTo(root);
            }
            EventRecords events = new EventRecords(kafka, root, clock, counts);
            long maxArticleBytes = kafka.settings().get(ConnectionSettings.MAX_ARTICLE_BYTES);
            return new RootPublisher(
                    writer, new InputPreparer(ledger, maxArticleBytes, events), new Batch(kafka.settings(), clock));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Publishes to the end of the walk or until stopped; what was begun is finished either way. */
    void publish(Scan scan, Committed committed, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean() && scan.hasNext()) {
            Prepared input = preparer.prepare(scan.next());
            if (input.records().isEmpty()) {
                committed.unwritten(input.outcome());
            } else {
                batch.add(input);
            }
            if (batch.due()) {
                commit(committed);
            }
        }
        commit(committed);
    }

    private void commit(Committed committed) {
        List<Prepared> inputs = batch.take();
        if (inputs.isEmpty()) {
            return;
        }
        List<RecordMetadata> positions = writer.write(
                inputs.stream().flatMap(input -> input.records().stream()).toList());
        int next = 0;
        for (Prepared input : inputs) {
            committed.written(input, positions.get(next));
            next += input.records().size();
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
