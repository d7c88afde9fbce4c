package dev.tidings.streams.topology.stories;

import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.stories.store.KafkaStoryIndex;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Puts each article into a story with a {@link StoryGrouper} over the state stores of the task, and writes what
 * changed.
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
     * @param window how far apart in raw time articles may be to tell of one event
     * @param resumePoint how far the output of former processes reaches
     */
    public StoryProcessor(TopologyContext context, Duration window, StoryWriter.Sinks sinks, ResumePoint resumePoint) {
        this.window = window;
        this.resumePoint = resumePoint;
        this.replayRange = context.replayRange();
        this.writer = new StoryWriter(context, sinks);
    }

    /** What exists while the task is assigned to this instance. */
    private record Stage(ProcessorContext<byte[], byte[]> context, KafkaStoryIndex index, StoryGrouper grouper) {

        /** Returns what the article changed; empty when a later revision of it has been grouped already. */
        Optional<StoryChange> groupArticle(GroupedInput input) {
            Optional<Membership> before = index.membership(input.event().getArticleId());
            if (before.map(Membership::revision).orElse(0L) > input.event().getRevision()) {
                return Optional.empty();
            }
            StoryDecision decision = grouper.addArticle(
                    input.event().getArticleId(), input.place().time(), input.features());
            Membership joined = StoryEvents.membershipOf(input, decision);
            Membership membership = before.map(joined::joinedAs).orElse(joined);
            index.put(membership);
            return Optional.of(new StoryChange(input, decision, before.isEmpty(), index::membership));
        }
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        KafkaStoryIndex index = new KafkaStoryIndex(context::getStateStore);
        stage = new Stage(context, index, new StoryGrouper(index, window));
    }

    @Override
    public void process(Record<byte[], GroupedInput> record) {
        if (stage == null) {
            throw new IllegalStateException("a record came before the task was made");
        }
        ProcessorContext<byte[], byte[]> context = stage.context();
        stage.groupArticle(record.value())
                .filter(change -> writesOutput(record.value().place(), context))
                .ifPresent(change -> writer.recordsOf(change, record.timestamp())
                        .forEach(written -> context.forward(written.record(), written.sink())));
    }

    private boolean writesOutput(Membership.Place place, ProcessorContext<byte[], byte[]> context) {
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
