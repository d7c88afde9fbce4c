package dev.tidings.streams.topology;

import dev.tidings.streams.duplicate.Duplicates;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.store.StoredHolders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Lets {@link Duplicates} decide over the stores of deduplication. */
public final class DuplicatesProcessor implements Processor<byte[], DeskArticle, byte[], DecidedArticle> {

    private final Windows windows;
    private @Nullable Desk desk;

    /**
     * Makes it.
     *
     * @param windows how long articles are remembered
     */
    public DuplicatesProcessor(Windows windows) {
        this.windows = windows;
    }

    /** What there is between two assignments of the task. */
    private record Desk(ProcessorContext<byte[], DecidedArticle> context, Duplicates duplicates) {

        void decide(Record<byte[], DeskArticle> record) {
            DeskArticle article = record.value();
            context.forward(record.withValue(new DecidedArticle(article, duplicates.decide(article.arrival()))));
        }
    }

    @Override
    public void init(ProcessorContext<byte[], DecidedArticle> context) {
        desk = new Desk(context, new Duplicates(new StoredHolders(context::getStateStore), windows));
    }

    @Override
    public void process(Record<byte[], DeskArticle> record) {
        if (desk == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        desk.decide(record);
    }
}
