package dev.tidings.producer.publish.transaction;

import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.standard.SourceDeclaration;
import dev.tidings.producer.publish.KafkaAccess;
import dev.tidings.producer.publish.ledger.Ledger;
import dev.tidings.producer.publish.ledger.LedgerReader;
import dev.tidings.producer.publish.prepare.EventRecords;
import dev.tidings.producer.publish.prepare.EventRecords.PartitionCounts;
import dev.tidings.producer.publish.prepare.InputPreparer;
import dev.tidings.producer.publish.prepare.PreparedInput;
import dev.tidings.producer.publish.prepare.PreparedInputs;
import dev.tidings.producer.publish.prepare.PublishContext;
import dev.tidings.producer.publish.prepare.RawPartitions;
import dev.tidings.producer.source.FolderScan;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.producer.source.SourceRoot;
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
public final class RootPublisher implements AutoCloseable {

    private final TransactionWriter writer;
    private final Ledger ledger;
    private final InputPreparer preparer;
    private final PublishBatch publishBatch;

    private RootPublisher(TransactionWriter writer, Ledger ledger, InputPreparer preparer, PublishBatch publishBatch) {
        this.writer = writer;
        this.ledger = ledger;
        this.preparer = preparer;
        this.publishBatch = publishBatch;
    }

    /**
     * Fences and reads.
     *
     * @param publish what all publishers of a publish have in common
     * @param named whether the root's name was given by hand, so that it may stand for a folder that has moved
     */
    public static RootPublisher beginRoot(
            PublishContext publish, LedgerReader ledgers, SourceRoot sourceRoot, boolean named) {
        KafkaAccess kafka = publish.kafka();
        InputFormats formats = SourceDeclaration.read(sourceRoot.realPath()).declare(publish.formats());
        TransactionWriter writer = new TransactionWriter(kafka, sourceRoot.name());
        try {
            PartitionCounts counts = new PartitionCounts(
                    writer.partitions(kafka.topics().raw().name()),
                    writer.partitions(kafka.topics().ledger().name()));
            Ledger ledger = ledgers.readLedger(
                    sourceRoot, named, RawPartitions.partitionOf(sourceRoot.name(), counts.ledger()));
            EventRecords events = new EventRecords(kafka, sourceRoot, publish.clock(), counts);
            return new RootPublisher(
                    writer,
                    ledger,
                    new InputPreparer(formats, ledger, kafka.articleLimit(), events),
                    new PublishBatch(kafka.settings(), publish.clock()));
        } catch (RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    /** Publishes to the end of the walk or until stopped; what was begun is finished either way. */
    public void publishScan(FolderScan folderScan, CommitResult commitResult, BooleanSupplier stopped) {
        while (!stopped.getAsBoolean() && folderScan.hasNext()) {
            publishScan(folderScan.next(), commitResult, stopped);
        }
        commitTaken(commitResult);
    }

    private void publishScan(ScannedInput found, CommitResult commitResult, BooleanSupplier stopped) {
        try (PreparedInputs articles = read(found)) {
            Optional<PreparedInput> next = articles.next();
            while (next.isPresent()) {
                takeInput(next.get(), commitResult);
                next = stopped.getAsBoolean() ? Optional.empty() : articles.next();
            }
        }
    }

    /** Begins to read an input; what its articles become is decided one by one. */
    public PreparedInputs read(ScannedInput found) {
        return preparer.prepareInput(found);
    }

    /** Adds a prepared article to the batch and commits when that is due. */
    public void takeInput(PreparedInput input, CommitResult commitResult) {
        if (input.records().isEmpty()) {
            commitResult.inputUnwritten(input);
        } else {
            publishBatch.add(input);
        }
        commitIfDue(commitResult);
    }

    public void commitIfDue(CommitResult commitResult) {
        if (publishBatch.isDue()) {
            commitTaken(commitResult);
        }
    }

    /** Returns the uris of the inputs of which something was taken and is not committed, each once. */
    public List<String> uncommittedUris() {
        return publishBatch.uris();
    }

    /** Returns how long what was taken may still wait; empty when nothing waits. */
    public Optional<Duration> untilDue() {
        return publishBatch.untilDue();
    }

    /** Commits all that was taken; when that fails it is still there. */
    public void commitTaken(CommitResult commitResult) {
        List<PreparedInput> inputs = publishBatch.takeAll();
        if (inputs.isEmpty()) {
            return;
        }
        List<RecordMetadata> positions = writeRecords(inputs);
        int next = 0;
        for (PreparedInput input : inputs) {
            commitResult.inputWritten(input, positions.get(next));
            next += input.records().size();
        }
    }

    private List<RecordMetadata> writeRecords(List<PreparedInput> inputs) {
        try {
            return writer.writeAll(records(inputs));
        } catch (RuntimeException e) {
            inputs.forEach(publishBatch::add);
            throw e;
        }
    }

    /** Looks at the last input alone: only that can be a container of which more is to come. */
    private static List<ProducerRecord<byte[], byte[]>> records(List<PreparedInput> inputs) {
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
