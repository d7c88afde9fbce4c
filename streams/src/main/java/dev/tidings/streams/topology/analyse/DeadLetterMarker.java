package dev.tidings.streams.topology.analyse;

import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EventDefaults;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TruncatedText;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends every failed record on to the dead letters, and marks in the topic of the analysed articles that its version
 * will never come: deduplication knows that topic alone, and would take the next version for a revision. The mark has
 * neither article nor text. A record that cannot be read has none, since nobody knows whose it is.
 */
public final class DeadLetterMarker extends ContextualProcessor<byte[], FailedRecord, byte[], Object> {

    /** Longest uri in a mark, in UTF-16 units: a mark has to fit, whatever the article was too large by. */
    private static final int MAX_URI_CHARS = 8_192;

    private static final EventDefaults<Analysed> DEFAULTS =
            new EventDefaults<>(Analysed.newBuilder().setArticleId("").build(), Analysed::new);

    private final Topic unordered;
    private final Serializer<Analysed> serializer;
    private final RegistryRetry registryRetry;
    private final Sinks sinks;

    /**
     * The nodes it forwards to.
     *
     * @param deadLetter takes the failed record
     * @param analysed sink of the analysed articles
     */
    public record Sinks(String deadLetter, String analysed) {}

    /** Makes the processor of a topology. */
    public DeadLetterMarker(TopologyContext context, Sinks sinks) {
        this.unordered = context.topics().unordered();
        this.serializer = context.serdes().serializer(unordered);
        this.registryRetry = context.registryRetry();
        this.sinks = sinks;
    }

    @Override
    public void process(Record<byte[], FailedRecord> record) {
        context().forward(record, sinks.deadLetter());
        record.value().article().ifPresent(article -> writeMark(record, article));
    }

    private void writeMark(Record<byte[], FailedRecord> record, FailedRecord.Article article) {
        Analysed mark = markOf(record.value(), article);
        byte[] value = registryRetry.retryUntilAnswered(() -> serializer.serialize(unordered.name(), mark));
        byte[] key = RecordKeys.bytes(RecordKeys.article(article.id(), article.revision()));
        int partition = record.value().source().position().partition();
        context()
                .forward(
                        new Record<>(key, new PartitionedValue(partition, value), record.timestamp()),
                        sinks.analysed());
    }

    private static Analysed markOf(FailedRecord failed, FailedRecord.Article article) {
        Position position = failed.source().position();
        Analysed mark = DEFAULTS.newEvent();
        mark.setArticleId(article.id());
        mark.setRevision(article.revision());
        mark.setDeadLetteredBefore(article.deadLetteredBefore());
        mark.setDeadLetterReason(failed.failure().reason());
        mark.setUri(TruncatedText.truncateTo(MAX_URI_CHARS, article.uri()));
        AnalysedWriter.setPosition(mark, position);
        return mark;
    }

    @Override
    public void close() {
        serializer.close();
    }
}
