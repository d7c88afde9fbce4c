package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.topology.dedup.store.KafkaDuplicateIndex;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Decides each article with a {@link Deduplicator} over the state stores of the task; a dead letter is only noted there.
 */
public final class DedupProcessor implements Processor<byte[], LoggedVersion, byte[], DecidedArticle> {

    private final DedupWindows dedupWindows;
    private @Nullable Task task;

    /**
     * Makes the processor.
     *
     * @param dedupWindows how long articles stay in the index
     */
    public DedupProcessor(DedupWindows dedupWindows) {
        this.dedupWindows = dedupWindows;
    }

    /** What exists while the task is assigned to this instance. */
    private record Task(
            ProcessorContext<byte[], DecidedArticle> context,
            DuplicateIndex duplicateIndex,
            Deduplicator deduplicator,
            ClockWarning clockWarning) {

        void takeVersion(Record<byte[], LoggedVersion> record) {
            clockWarning.recordTaken(duplicateIndex.progress().clock(), record.value());
            if (record.value() instanceof AnalysedRecord article) {
                context.forward(record.withValue(
                        new DecidedArticle(article, deduplicator.deduplicateArticle(article.incomingArticle()))));
            } else if (record.value() instanceof MarkedRecord marked) {
                deduplicator.noteDeadLetter(marked.version());
            }
        }
    }

    @Override
    public void init(ProcessorContext<byte[], DecidedArticle> context) {
        DuplicateIndex index = new KafkaDuplicateIndex(context::getStateStore);
        task = new Task(context, index, new Deduplicator(index, dedupWindows), ClockWarning.toLog());
    }

    @Override
    public void process(Record<byte[], LoggedVersion> record) {
        if (task == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        task.takeVersion(record);
    }
}
