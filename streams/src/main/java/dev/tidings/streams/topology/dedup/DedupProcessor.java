package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.index.DedupProgress;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.match.Withholding;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.StageObserver;
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
    private final Withholding withholding;
    private final ResumePoint resumePoint;
    private final StageObserver observer;
    private @Nullable Task task;

    /**
     * Makes the processor.
     *
     * @param dedupWindows how long articles stay in the index
     * @param withholding which articles subscribers do not get
     * @param resumePoint how far the output of former processes reaches
     * @param observer hears how many articles a decision has looked at
     */
    public DedupProcessor(
            DedupWindows dedupWindows, Withholding withholding, ResumePoint resumePoint, StageObserver observer) {
        this.dedupWindows = dedupWindows;
        this.withholding = withholding;
        this.resumePoint = resumePoint;
        this.observer = observer;
    }

    /** What exists while the task is assigned to this instance. */
    private record Task(
            ProcessorContext<byte[], DecidedArticle> context,
            KafkaDuplicateIndex index,
            Deduplicator deduplicator,
            ClockWarning clockWarning) {

        Task(ProcessorContext<byte[], DecidedArticle> context, KafkaDuplicateIndex index, DedupWindows windows) {
            this(context, index, new Deduplicator(index, windows), ClockWarning.toLog());
        }

        void takeVersion(Record<byte[], LoggedVersion> record, Withholding withholding, ResumePoint resumePoint) {
            clockWarning.recordTaken(index.progress().clock(), record.value());
            if (record.value() instanceof AnalysedRecord article) {
                decideArticle(record, article, withholding, resumePoint);
            } else if (record.value() instanceof MarkedRecord marked) {
                deduplicator.noteDeadLetter(marked.version());
            }
        }

        private void decideArticle(
                Record<byte[], LoggedVersion> record,
                AnalysedRecord article,
                Withholding withholding,
                ResumePoint resumePoint) {
            long offset = article.source().position().offset();
            goOnFrom(resumePoint.ordinalAt(offset, index.progress().decisions()));
            Decision decision = deduplicator.deduplicateArticle(article.incomingArticle());
            if (!resumePoint.isPublished(offset)) {
                boolean withheld = withholding.withholds(decision.verdict());
                context.forward(record.withValue(new DecidedArticle(article, decision, withheld)));
            }
        }

        private void goOnFrom(long ordinal) {
            DedupProgress progress = index.progress();
            if (progress.decisions() != ordinal) {
                index.putProgress(new DedupProgress(ordinal, progress.clock()));
            }
        }
    }

    @Override
    public void init(ProcessorContext<byte[], DecidedArticle> context) {
        task = new Task(context, new KafkaDuplicateIndex(context::getStateStore), dedupWindows);
    }

    @Override
    public void process(Record<byte[], LoggedVersion> record) {
        if (task == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        task.takeVersion(record, withholding, resumePoint);
        observer.candidatesCompared(task.index().takeArticlesRead());
    }
}
