package dev.tidings.streams.recovery;

import dev.tidings.schemas.Topics;
import dev.tidings.streams.recovery.TopicLogs.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/** Finds the newest output of a stage: it says how far the stage had come, whatever has become of its memory. */
final class PublishedLog {

    /** How far apart the clocks of brokers may be. */
    private static final Duration MAX_SKEW = Duration.ofMinutes(1);

    private final Topics topics;
    private final TopicLogs logs;
    private final EventReader events;

    PublishedLog(Topics topics, TopicLogs logs, EventReader events) {
        this.topics = topics;
        this.logs = logs;
        this.events = events;
    }

    /** Returns the newest decision of which there is output. */
    Optional<PublishedOutput> newestDecision() {
        List<PublishedOutput> found = new ArrayList<>();
        for (TopicPartition partition : logs.partitionsOf(topics.enriched())) {
            logs.findLast(partition, logs.spanOf(partition), events::readEnriched)
                    .ifPresent(found::add);
        }
        // Relations of stories stand between those of decisions: only what is younger need be looked through.
        long since = found.stream().mapToLong(PublishedOutput::writtenAt).max().orElse(0) - MAX_SKEW.toMillis();
        for (TopicPartition partition : logs.partitionsOf(topics.relations())) {
            logs.findLast(partition, spanSince(partition, since), events::readRelation)
                    .ifPresent(found::add);
        }
        return found.stream().max(Comparator.comparingLong(PublishedOutput::ordinal));
    }

    /** Returns the newest article of which there is a story. */
    Optional<PublishedOutput> newestStory() {
        return logs.partitionsOf(topics.stories()).stream()
                .findFirst()
                .flatMap(partition -> logs.findLast(partition, logs.spanOf(partition), events::readStory));
    }

    /** Waits until every transaction is decided that is open now: what it holds counts, or does not. */
    void awaitDecided() {
        logs.awaitDecided(List.of(topics.enriched(), topics.relations(), topics.stories()));
    }

    private Span spanSince(TopicPartition partition, long since) {
        Span whole = logs.spanOf(partition);
        long begin = logs.firstAt(partition, since).map(TopicLogs.Place::offset).orElse(whole.end());
        return new Span(whole.clip(begin), whole.end());
    }
}
