package dev.tidings.streams.recovery;

import dev.tidings.schemas.Topics;
import dev.tidings.streams.topology.ResumePoint;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares analyse: raw must be the topic that it was; the boilerplate of hosts is learnt anew where its changelog is
 * gone or raw has more partitions; offsets that Kafka forgot are found again in what analyse has written.
 */
final class AnalyseRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(AnalyseRecovery.class);

    /** How far the partitions of raw may be apart in time when nothing else tells where one was left. */
    private static final long MAX_LAG_MILLIS = Duration.ofDays(1).toMillis();

    private final Topics topics;
    private final Stage stage;
    private final TopicLogs logs;
    private final StageGroup group;
    private final StageState state;
    private final SourceLog analysed;
    private final RawIdentityCheck identity;
    private final PublishedLog published;

    /** Makes it for the start of analyse. */
    AnalyseRecovery(Stage stage, RecoveryTools tools) {
        this.topics = tools.topics();
        this.stage = stage;
        this.logs = tools.logs();
        this.group = tools.groupOf(stage);
        this.state = tools.stateOf(stage);
        this.analysed = tools.analysed();
        this.identity = new RawIdentityCheck(topics.raw(), logs, tools.events());
        this.published = tools.published();
    }

    ResumePoint prepareStart() {
        TopicLogs.Span span = analysed.span();
        List<RawReference> known = analysed.newestBefore(span.end(), span);
        List<RawReference> newest = known.isEmpty()
                ? published.newestDecision().map(PublishedOutput::raw).stream().toList()
                : known;
        identity.requireSameTopic(newest);
        Map<Integer, Long> committed = group.committedOffsets(topics.raw().name());
        healChangelog(committed);
        if (committed.isEmpty() && !newest.isEmpty()) {
            findOffsets(newest);
        }
        goBackToEnds(committed);
        return ResumePoint.beginning();
    }

    private void healChangelog(Map<Integer, Long> committed) {
        int partitions = logs.partitionsOf(topics.raw()).size();
        Optional<TopicIdentities.Identity> other = state.changelogs().known().values().stream()
                .filter(changelog -> changelog.partitions() != partitions)
                .findFirst();
        if (other.isPresent()) {
            group.awaitEmpty();
            state.discardAll();
            LOG.warn(
                    "{}: {} has {} partitions now, {} when the boilerplate of hosts was learnt; it is learnt anew",
                    stage.name(),
                    topics.raw().name(),
                    partitions,
                    other.get().partitions());
        } else if (!committed.isEmpty() && !state.missingChangelogs().isEmpty()) {
            state.discardLocal();
            LOG.warn(
                    "{}: changelog {} is gone; the boilerplate of hosts is learnt anew",
                    stage.name(),
                    state.missingChangelogs().get(0));
        }
    }

    /** Kafka forgets the offsets of a group that had no member for a week; what analyse has written tells them. */
    private void findOffsets(List<RawReference> newest) {
        group.awaitEmpty();
        List<TopicPartition> partitions = logs.partitionsOf(topics.raw());
        Map<Integer, RawReference> written = analysed.newestByPartition(partitions.size());
        long since = analysed.firstTime()
                .orElseGet(() -> newest.get(newest.size() - 1).time() - MAX_LAG_MILLIS);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            offsets.put(partition, offsetOf(partition, Optional.ofNullable(written.get(partition.partition())), since));
        }
        group.resetTo(offsets);
        LOG.warn(
                "{}: Kafka has no offsets of group {} any more (it forgets those of a group that is away for a week);"
                        + " going on where {} ends: {}",
                stage.name(),
                stage.id(),
                analysed.partition(),
                inWords(offsets));
    }

    /** A partition of which nothing is left in the analysed topic has been read as far as that topic was trimmed. */
    private long offsetOf(TopicPartition partition, Optional<RawReference> written, long since) {
        TopicLogs.Span span = logs.spanOf(partition);
        TopicLogs.Span known = analysed.span();
        if (written.isPresent()) {
            return written.get().offset() + 1;
        }
        if (!known.isTrimmed() && !known.isEmpty()) {
            return span.begin();
        }
        return logs.firstAt(partition, since)
                .map(place -> span.clip(place.offset()))
                .orElse(span.end());
    }

    /** A broker that lost its power may have lost the end of a partition that was read already. */
    private void goBackToEnds(Map<Integer, Long> committed) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        logs.partitionsOf(topics.raw()).forEach(partition -> {
            long end = logs.endOf(partition);
            if (committed.getOrDefault(partition.partition(), 0L) > end) {
                ends.put(partition, end);
            }
        });
        if (!ends.isEmpty()) {
            group.awaitEmpty();
            group.resetTo(ends);
            LOG.warn(
                    "{}: {} lost records that were read already; going on from its end: {}",
                    stage.name(),
                    topics.raw().name(),
                    inWords(ends));
        }
    }

    private static String inWords(Map<TopicPartition, Long> offsets) {
        Map<String, Long> sorted = new TreeMap<>();
        offsets.forEach((partition, offset) -> sorted.put(partition.toString(), offset));
        return sorted.toString();
    }
}
