package dev.tidings.producer.publish.prepare;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.ledger.LedgerRecord;
import dev.tidings.producer.source.FileInput;
import dev.tidings.producer.source.ScannedInput;
import dev.tidings.producer.source.SkipReason;
import dev.tidings.schemas.LedgerOutcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Reads a container record by record and decides what each becomes. Each article has a ledger entry of its own; the
 * entry of the container says how far it has been read, so that a publish that was ended reads on there, and an
 * unchanged container is read once. An article that is no longer in it is left alone. For one thread.
 */
final class ContainerPreparer implements PreparedInputs {

    /** How many records may be read of a file that is being written before that is noticed. */
    private static final int RECORDS_BETWEEN_LOOKS = 256;

    private final ContainerContext context;
    private final ContainerInput containerInput;
    private final RecordReader reader;
    private final RecordPreparer records;
    private long read;
    private long position = -1;
    private boolean ended;

    private ContainerPreparer(ContainerContext context, ContainerInput containerInput, RecordReader reader) {
        this.context = context;
        this.containerInput = containerInput;
        this.reader = reader;
        this.records = new RecordPreparer(context, containerInput);
    }

    /** Begins to read; a container that has been read to its end in this state is unchanged. */
    static PreparedInputs open(ContainerContext context, ScannedInput input, FileInput file, InputFormat format) {
        boolean empty = file.size() == 0;
        ContainerInput containerInput;
        try {
            containerInput = new ContainerInput(
                    input, file, file.sha256(), context.ledger().findRecord(input.uri()));
        } catch (NoSuchFileException e) {
            return PreparedInputs.of(InputPreparer.skippedInput(input, SkipReason.VANISHED));
        } catch (IOException e) {
            return PreparedInputs.of(unreadable(context, input, file, e));
        }
        if (empty) {
            return PreparedInputs.of(InputPreparer.skippedInput(input, SkipReason.EMPTY));
        }
        return containerInput.ended(LedgerOutcome.READ) || containerInput.ended(LedgerOutcome.DEAD_LETTERED)
                ? PreparedInputs.of(unchanged(containerInput))
                : opened(context, containerInput, format);
    }

    private static PreparedInputs opened(ContainerContext context, ContainerInput containerInput, InputFormat format) {
        try {
            return new ContainerPreparer(
                    context, containerInput, format.read(containerInput.file(), context.maxArticleBytes()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return PreparedInputs.of(broken(context, containerInput, e));
        }
    }

    private static PreparedInput unchanged(ContainerInput containerInput) {
        return PreparedInput.withoutRecords(
                containerInput.uri(),
                new PublishOutcome(containerInput.uri(), InputOutcome.UNCHANGED, containerInput.revision(), "", ""));
    }

    private static PreparedInput unreadable(
            ContainerContext context, ScannedInput input, FileInput file, IOException cause) {
        ArticleContent none = new ArticleContent(ByteBuffer.allocate(0), file.size(), "", file.modified());
        return context.articles()
                .deadLetter(
                        input, input.uri(), none, InputPreparer.unreadableFailure(String.valueOf(cause.getMessage())));
    }

    @Override
    public Optional<PreparedInput> next() {
        while (!ended) {
            Optional<PreparedInput> next = step();
            if (next.isPresent()) {
                return next;
            }
        }
        return Optional.empty();
    }

    /**
     * Empty when a record was read that an earlier publish has dealt with, or when there is nothing to say at the
     * end.
     */
    private Optional<PreparedInput> step() {
        Optional<InputRecord> record;
        try {
            record = reader.next();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            ended = true;
            return Optional.of(isChanging() ? changing() : broken(context, containerInput, e));
        }
        if ((record.isEmpty() || ++read % RECORDS_BETWEEN_LOOKS == 0) && isChanging()) {
            ended = true;
            return Optional.of(changing());
        }
        return record.isPresent() ? prepare(record.get()) : end();
    }

    private Optional<PreparedInput> prepare(InputRecord record) {
        position = record.recordOffset();
        long reached = position;
        return records.prepare(record)
                .map(preparedInput -> preparedInput.within(() -> entry(LedgerOutcome.READING, reached)));
    }

    private boolean isChanging() {
        return !containerInput.file().unchanged();
    }

    private PreparedInput changing() {
        return InputPreparer.skippedInput(containerInput.input(), SkipReason.CHANGING);
    }

    /** Leaves a container with rejected records to be read again next time, since other settings may accept them. */
    private Optional<PreparedInput> end() {
        ended = true;
        if (read == 0) {
            return Optional.of(InputPreparer.skippedInput(containerInput.input(), SkipReason.NO_ARTICLES));
        }
        LedgerRecord now = records.anyRejected()
                ? containerInput.publication(LedgerOutcome.READING, -1)
                : containerInput.publication(LedgerOutcome.READ, position);
        if (containerInput.before().filter(now::equals).isPresent()) {
            return Optional.empty();
        }
        context.ledger().put(containerInput.uri(), now);
        return Optional.of(PreparedInput.endOf(containerInput.uri(), entry(now.outcome(), now.recordOffset())));
    }

    private ProducerRecord<byte[], byte[]> entry(LedgerOutcome outcome, long reached) {
        Instant modified = containerInput.file().modified();
        return context.events()
                .ledgerRecord(containerInput.uri(), modified, containerInput.publication(outcome, reached));
    }

    /** Keeps what was read; the rest becomes one dead letter, which holds the beginning of the container. */
    private static PreparedInput broken(ContainerContext context, ContainerInput containerInput, Throwable cause) {
        FileInput file = containerInput.file();
        ArticleContent content =
                new ArticleContent(ByteBuffer.wrap(head(file)), file.size(), containerInput.sha256(), file.modified());
        Failure failure = cause instanceof IOException && !(cause instanceof FormatException)
                ? InputPreparer.unreadableFailure(String.valueOf(cause.getMessage()))
                : InputPreparer.malformed(cause);
        return context.articles().deadLetter(containerInput.input(), containerInput.uri(), content, failure);
    }

    private static byte[] head(FileInput file) {
        try {
            return file.head(DeadLetters.HEAD_BYTES);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    @Override
    public void close() {
        records.close();
        try {
            reader.close();
        } catch (IOException e) {
            // All that was wanted of it has been read.
        }
    }
}
