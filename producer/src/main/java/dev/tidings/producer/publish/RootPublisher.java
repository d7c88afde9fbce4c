package dev.tidings.producer.publish;

import dev.tidings.producer.publish.EventRecords.PartitionCounts;
import dev.tidings.producer.source.Root;
import dev.tidings.producer.source.Scan;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.kafka.ConnectionSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
            take(decide(scan.next(), committed), committed);
        }
        commit(committed);
    }

    /** Reads an input and decides what it becomes. */
    Prepared decide(ScannedInput found, Committed committed) {
        if (batch.holds(found.uri())) {
            // Its ledger entry must be known before the next revision of it is.
            commit(committed);
        }
        return preparer.prepare(found);
    }

    /** Takes note of an input's end, or writes what it becomes as soon as a commit is due. */
    void take(Prepared input, Committed committed) {
        if (input.records().isEmpty()) {
            committed.unwritten(input.outcome());
        } else {
            batch.add(input);
        }
        commitIfDue(committed);
    }

    void commitIfDue(Committed committed) {
        if (batch.due()) {
            commit(committed);
        }
    }

    /** Returns the uris of what was taken and is not committed. */
    List<String> uncommitted() {
        return batch.uris();
    }

    /** Returns how long what was taken may still wait; empty when nothing waits. */
    Optional<Duration> untilDue() {
        return batch.untilDue();
    }

    /** Commits all that was taken; when that fails it is still there. */
    void commit(Committed committed) {
        List<Prepared> inputs = batch.take();
        if (inputs.isEmpty()) {
            return;
        }
        List<RecordMetadata> positions = write(inputs);
        int next = 0;
        for (Prepared input : inputs) {
            preparer.committed(input);
            committed.written(input, positions.get(next));
            next += input.records().size();
        }
    }

    private List<RecordMetadata> write(List<Prepared> inputs) {
        try {
            return writer.write(
                    inputs.stream().flatMap(input -> input.records().stream()).toList());
        } catch (RuntimeException e) {
            inputs.forEach(batch::add);
            throw e;
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
