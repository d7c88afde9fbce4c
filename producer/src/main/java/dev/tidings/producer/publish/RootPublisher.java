package dev.tidings.producer.publish;

import dev.tidings.producer.publish.EventRecords.PartitionCounts;
import dev.tidings.producer.source.Root;
import dev.tidings.producer.source.Scan;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.schemas.kafka.ConnectionSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * The publisher of one root. Transactions are initialised first, which ends whatever an older publisher had begun, and
 * only then is the ledger read: nothing can come to it any more but from here.
 */
final class RootPublisher implements AutoCloseable {

    private final TransactionWriter writer;
    private final Ledger ledger;
    private final InputPreparer preparer;
    private final Batch batch;

    private RootPublisher(TransactionWriter writer, Ledger ledger, InputPreparer preparer, Batch batch) {
        this.writer = writer;
        this.ledger = ledger;
        this.preparer = preparer;
        this.batch = batch;
    }

    /**
     * Fences and reads.
     *
     * @param publish what all publishers of a publish have in common
     * @param named whether the root's name was given by hand, so that it may stand for a folder that has moved
     */
    static RootPublisher begin(PublishContext publish, LedgerReader ledgers, Root root, boolean named) {
        KafkaAccess kafka = publish.kafka();
        TransactionWriter writer = new TransactionWriter(kafka, root.name());
        try {
            PartitionCounts counts = new PartitionCounts(
                    writer.partitions(kafka.topics().raw().name()),
                    writer.partitions(kafka.topics().ledger().name()));
            Ledger ledger = ledgers.read(root, named, Partitions.of(root.name(), counts.ledger()));
            EventRecords events = new EventRecords(kafka, root, publish.clock(), counts);
            long maxArticleBytes = kafka.settings().get(ConnectionSettings.MAX_ARTICLE_BYTES);
            return new RootPublisher(
                    writer,
                    ledger,
                    new InputPreparer(publish.formats(), ledger, maxArticleBytes, events),
                    new Batch(kafka.settings(), publish.clock()));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Publishes to the end of the walk or until stopped; what was begun is finished either way. */
    void publish(Scan scan, Committed committed, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean() && scan.hasNext()) {
            publish(scan.next(), committed, stopped);
        }
        commit(committed);
    }

    private void publish(ScannedInput found, Committed committed, BooleanSupplier stopped) {
        try (PreparedInputs articles = read(found)) {
            Optional<Prepared> next = articles.next();
            while (next.isPresent()) {
                take(next.get(), committed);
                next = stopped.getAsBoolean() ? Optional.empty() : articles.next();
            }
        }
    }

    /** Begins to read an input; what its articles become is decided one by one. */
    PreparedInputs read(ScannedInput found) {
        return preparer.prepare(found);
    }

    /** Takes note of an article's end, or writes what it becomes as soon as a commit is due. */
    void take(Prepared input, Committed committed) {
        if (input.records().isEmpty()) {
            committed.unwritten(input);
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

    /** Returns the uris of the inputs of which something was taken and is not committed, each once. */
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
            committed.written(input, positions.get(next));
            next += input.records().size();
        }
    }

    private List<RecordMetadata> write(List<Prepared> inputs) {
        try {
            return writer.write(records(inputs));
        } catch (RuntimeException e) {
            inputs.forEach(batch::add);
            throw e;
        }
    }

    /** A container that goes on has its entry at the end: only the last can be one. */
    private static List<ProducerRecord<byte[], byte[]>> records(List<Prepared> inputs) {
        Stream<ProducerRecord<byte[], byte[]>> records = inputs.stream().flatMap(input -> input.records().stream());
        Stream<ProducerRecord<byte[], byte[]>> progress =
                inputs.get(inputs.size() - 1).progress().map(Supplier::get).stream();
        return Stream.concat(records, progress).toList();
    }

    @Override
    public void close() {
        writer.close();
        ledger.close();
    }
}
