package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.FeatureCodec;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.group.StoryMemory;
import dev.tidings.streams.story.index.Place;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.stories.store.KafkaStoryJournal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts each article into a story with a {@link StoryGrouper}, whose index is made of the state stores of the task, and
 * writes what changed.
 */
public final class StoryProcessor implements Processor<byte[], GroupedInput, byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(StoryProcessor.class);
    private static final long DAY_MILLIS = 86_400_000;

    private final StoryMemory memory;
    private final ReplayRange replayRange;
    private final StoryWriter writer;
    private final ResumePoint resumePoint;
    private final Optional<StoryHistory> history;
    private @Nullable Stage stage;
    /** Time of the stage up to which it was said that articles left early. */
    private long saidUpTo;

    /**
     * Makes the processor of a topology.
     *
     * @param memory how long and how many articles are remembered
     * @param resumePoint how far the output of former processes reaches
     * @param history what former versions have left; empty where there was none
     */
    public StoryProcessor(
            TopologyContext context,
            StoryMemory memory,
            StoryWriter.Sinks sinks,
            ResumePoint resumePoint,
            Optional<StoryHistory> history) {
        this.memory = memory;
        this.resumePoint = resumePoint;
        this.history = history;
        this.replayRange = context.replayRange();
        this.writer = new StoryWriter(context, sinks);
    }

    /** What exists while the task is assigned to this instance. */
    private record Stage(ProcessorContext<byte[], byte[]> context, StoryGrouper grouper, KafkaStoryJournal journal) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        KafkaStoryJournal journal = new KafkaStoryJournal(context::getStateStore);
        stage = new Stage(context, new StoryGrouper(journal.openIndex(), memory), journal);
    }

    @Override
    public void process(Record<byte[], GroupedInput> record) {
        if (stage == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        long offset =
                stage.context().recordMetadata().map(RecordMetadata::offset).orElse(Long.MAX_VALUE - 1);
        regroupFrom(offset, record, stage);
        group(record, offset, stage);
        sayWhatLeft(stage.grouper().index());
        regroupFrom(offset + 1, record, stage);
    }

    /** Once all is remembered whose output is written, and before any other is: what another version has grouped. */
    private void regroupFrom(long offset, Record<byte[], GroupedInput> record, Stage at) {
        if (history.isPresent()
                && !resumePoint.isPublished(offset)
                && !at.journal().grouping().equals(StoryGrouper.VERSION)) {
            Regrouping regrouping = new Regrouping(at.grouper().index());
            try (StoryHistory written = history.get()) {
                written.readStates(regrouping);
            }
            write(regrouping.output(record.value().event()), record, at);
            at.journal().noteGrouping(StoryGrouper.VERSION);
        }
    }

    private void group(Record<byte[], GroupedInput> record, long offset, Stage at) {
        GroupedInput input = record.value();
        Place place = input.details().place();
        changeOf(input, at.grouper())
                .filter(change ->
                        !resumePoint.isPublished(offset) && replayRange.writesOutput(place.partition(), place.offset()))
                .ifPresent(change -> write(change.get(), record, at));
    }

    /** Says once for each day of the stage that articles have left before their time. */
    private void sayWhatLeft(StoryIndex index) {
        if (index.forgottenEarly() - saidUpTo >= DAY_MILLIS) {
            saidUpTo = index.forgottenEarly();
            LOG.warn(
                    "the story stage remembers {} articles, as many as it may ({}): those up to {} have left it before"
                            + " the window of {} was over; with a larger heap of streams and a larger {} they stay",
                    memory.maxArticles(),
                    StoriesSettings.MAX_ARTICLES.key(),
                    Instant.ofEpochMilli(saidUpTo),
                    memory.window(),
                    StoriesSettings.MAX_ARTICLES.key());
        }
    }

    private void write(StoryOutput output, Record<byte[], GroupedInput> record, Stage at) {
        writer.recordsOf(output, record.value().event(), at.grouper().index().copies(), record.timestamp())
                .forEach(written -> at.context().forward(written.record(), written.sink()));
    }

    /** Returns what makes the output: of what is not written it is not made. */
    private Optional<Supplier<StoryOutput>> changeOf(GroupedInput input, StoryGrouper grouper) {
        return input.features().isPresent()
                ? grouper.addArticle(
                                input.details(),
                                newestFeatures(input.event(), input.features().get()))
                        .map(decision -> new StoryChange(input, decision, grouper.index())::output)
                : carryCopy(input.event(), grouper).map(change -> change::output);
    }

    /** What a former version made lacks what articles are compared by; the event still has the text. */
    private EventFeatures newestFeatures(StoryFeatures event, EventFeatures found) {
        return FeatureCodec.isFormer(event.getFeatures())
                ? history.flatMap(written -> written.remakeFeatures(event)).orElse(found)
                : found;
    }

    private static Optional<CopyChange> carryCopy(StoryFeatures copy, StoryGrouper grouper) {
        List<String> originals = Stream.concat(copy.getCopyOf().stream(), Stream.of(copy.getClusterId()))
                .toList();
        return grouper.addCopy(copy.getArticleId(), copy.getSource(), originals)
                .map(original -> new CopyChange(copy.getArticleId(), original, grouper.index()));
    }

    @Override
    public void close() {
        writer.close();
        history.ifPresent(StoryHistory::close);
    }
}
