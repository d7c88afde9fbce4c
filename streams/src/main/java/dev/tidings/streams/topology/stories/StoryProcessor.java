package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.Place;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.stories.store.KafkaStoryJournal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Puts each article into a story with a {@link StoryGrouper}, whose index is made of the state stores of the task, and
 * writes what changed.
 */
public final class StoryProcessor implements Processor<byte[], GroupedInput, byte[], byte[]> {

    private final Duration window;
    private final ReplayRange replayRange;
    private final StoryWriter writer;
    private final ResumePoint resumePoint;
    private @Nullable Stage stage;

    /**
     * Makes the processor of a topology.
     *
     * @param window how long an article is remembered, by raw time
     * @param resumePoint how far the output of former processes reaches
     */
    public StoryProcessor(TopologyContext context, Duration window, StoryWriter.Sinks sinks, ResumePoint resumePoint) {
        this.window = window;
        this.resumePoint = resumePoint;
        this.replayRange = context.replayRange();
        this.writer = new StoryWriter(context, sinks);
    }

    /** What exists while the task is assigned to this instance. */
    private record Stage(ProcessorContext<byte[], byte[]> context, StoryGrouper grouper) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        KafkaStoryJournal journal = new KafkaStoryJournal(context::getStateStore);
        stage = new Stage(context, new StoryGrouper(journal.openIndex(), window));
    }

    @Override
    public void process(Record<byte[], GroupedInput> record) {
        if (stage == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        ProcessorContext<byte[], byte[]> context = stage.context();
        StoryIndex index = stage.grouper().index();
        GroupedInput input = record.value();
        changeOf(input, stage.grouper())
                .filter(change -> writesOutput(input.details().place(), context))
                .ifPresent(change -> writer.recordsOf(change.get(), input.event(), index.copies(), record.timestamp())
                        .forEach(written -> context.forward(written.record(), written.sink())));
    }

    /** Returns what makes the output: of what is not written it is not made. */
    private static Optional<Supplier<StoryOutput>> changeOf(GroupedInput input, StoryGrouper grouper) {
        return input.features().isPresent()
                ? grouper.addArticle(input.details(), input.features().get())
                        .map(decision -> new StoryChange(input, decision, grouper.index())::output)
                : carryCopy(input.event(), grouper).map(change -> change::output);
    }

    private static Optional<CopyChange> carryCopy(StoryFeatures copy, StoryGrouper grouper) {
        List<String> originals = Stream.concat(copy.getCopyOf().stream(), Stream.of(copy.getClusterId()))
                .toList();
        return grouper.addCopy(copy.getArticleId(), copy.getSource(), originals)
                .map(original -> new CopyChange(copy.getArticleId(), original, grouper.index()));
    }

    private boolean writesOutput(Place place, ProcessorContext<byte[], byte[]> context) {
        boolean published = context.recordMetadata()
                .map(RecordMetadata::offset)
                .filter(resumePoint::isPublished)
                .isPresent();
        return !published && replayRange.writesOutput(place.partition(), place.offset());
    }

    @Override
    public void close() {
        writer.close();
    }
}
