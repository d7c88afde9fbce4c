package dev.tidings.streams.topology;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.failure.Attempt;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.RemadeTopicException;
import dev.tidings.streams.failure.SourceRecord;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * The base of all processors right below a source: deserializes the record into an event and checks it. A record that
 * holds no such event goes to the dead letters with its key, value and headers as they were read; one without a value
 * is passed over.
 *
 * @param <E> the event
 * @param <O> what the next node takes
 */
public abstract class EventProcessor<E extends SpecificRecord, O> extends GuardedProcessor<byte[]> {

    private final Topic topic;
    private final Deserializer<E> deserializer;
    private final Optional<CommitIntervalSettings> commits;
    private final ResumePoint resumePoint;
    private Optional<CommitPolicy> commitPolicy = Optional.empty();
    private long lastOffset = -1;

    /**
     * Makes the processor.
     *
     * @param topic topic it reads
     * @param commits how far apart it asks for commits; empty to leave them to Kafka Streams
     * @param resumePoint how far processes before this one had come
     */
    protected EventProcessor(
            TopologyContext context,
            Topic topic,
            Class<E> event,
            Route route,
            Optional<CommitIntervalSettings> commits,
            ResumePoint resumePoint) {
        super(route, context.registryRetry());
        this.topic = topic;
        this.deserializer = context.serdes().deserializer(topic, event);
        this.commits = commits;
        this.resumePoint = resumePoint;
    }

    /** Returns whether the stage processes a record; a record that it does not process is dropped without a trace. */
    protected boolean isWanted(SourceRecord source) {
        return true;
    }

    /** Returns why a record is refused before it is read; empty for most. */
    protected Optional<Failure> refusal(SourceRecord source) {
        return Optional.empty();
    }

    /**
     * Checks an event and returns it in the form the next node takes. Pure.
     *
     * @throws dev.tidings.kafka.serde.UndecodableException when a field is not what the writer of the topic writes
     */
    protected abstract O checkedEvent(SourceRecord source, E event);

    @Override
    public final void init(ProcessorContext<byte[], Object> context) {
        super.init(context);
        lastOffset = -1;
        commitPolicy = commits.map(intervals -> CommitPolicy.of(context, intervals));
    }

    @Override
    public final void process(Record<byte[], byte[]> record) {
        commitPolicy.ifPresent(commit -> commit.recordTaken(record.timestamp()));
        SourceRecord source = SourceRecord.of(context(), record);
        requireLater(source.position());
        // Without a value it says that a record was removed, and there is nothing to do for one that is not there.
        if (source.value() != null && isWanted(source)) {
            read(source, record)
                    .handle(result -> forward(record.withValue(result)), failure -> reject(record, source, failure));
        }
    }

    /** What is remembered of a partition is keyed by its offsets, so a partition that begins again must not be read. */
    private void requireLater(Position position) {
        long first = Math.max(lastOffset + 1, resumePoint.committed().of(position.partition()));
        if (position.offset() < first) {
            throw new RemadeTopicException(position.topic(), position.partition(), position.offset(), first - 1);
        }
        lastOffset = position.offset();
    }

    private void reject(Record<byte[], byte[]> record, SourceRecord source, Failure failure) {
        if (!resumePoint.isPublished(source.position().offset())) {
            deadLetter(record, new FailedRecord(source, stage(), failure, Optional.empty()));
        }
    }

    private Attempt<O> read(SourceRecord source, Record<byte[], byte[]> record) {
        return refusal(source)
                .map(Attempt::<O>failed)
                .orElseGet(() ->
                        attempt(() -> checkedEvent(source, deserializer.deserialize(topic.name(), record.value()))));
    }

    @Override
    public final void close() {
        deserializer.close();
    }
}
