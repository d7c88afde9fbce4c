package dev.tidings.streams.recovery;

import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.streams.recovery.TopicLogs.Span;
import dev.tidings.streams.replay.plan.HangingTransactions;
import dev.tidings.streams.topology.ResumePoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prepares a stage that works in one order. A lost memory is made again of the source, as far back as the stage
 * remembers, and offsets that Kafka forgot are found again; of what stands in the output nothing is written twice.
 */
final class OrderedRecovery {

    private static final Logger LOG = LoggerFactory.getLogger(OrderedRecovery.class);
    private static final Duration MAX_COMMIT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Stage stage;
    private final Memory memory;
    private final Supplier<Optional<PublishedOutput>> newestOutput;
    private final RecoveryTools tools;
    private final StageGroup group;
    private final StageState state;
    private final SourceLog source;

    /**
     * Makes it for the start of a stage.
     *
     * @param newestOutput finds its newest output
     */
    OrderedRecovery(Stage stage, Memory memory, Supplier<Optional<PublishedOutput>> newestOutput, RecoveryTools tools) {
        this.stage = stage;
        this.memory = memory;
        this.newestOutput = newestOutput;
        this.tools = tools;
        this.group = tools.groupOf(stage);
        this.state = tools.stateOf(stage);
        this.source = memory.source();
    }

    ResumePoint prepareStart() {
        StageFacts facts = readFacts();
        if (facts.isNew()) {
            return ResumePoint.beginning();
        }
        if (facts.needsOffsets()) {
            group.awaitEmpty();
            HangingTransactions.abortAll(tools.broker(), List.of(stage.id()));
            tools.published().awaitDecided();
            facts = readFacts();
        }
        long published = publishedBefore(facts);
        if (facts.loss().isPresent()) {
            published =
                    source.afterLastBefore(Math.max(published, facts.committed().orElse(0)), facts.span());
            long begin = rebuildMemory(facts, published);
            return new ResumePoint(begin < published ? published : 0, facts.decisions());
        }
        facts = awaitOffsets(facts, published);
        goOn(facts, published);
        return new ResumePoint(facts.isBehind(published) ? published : 0, facts.decisions());
    }

    /** Of a transaction that is just being committed the output can be seen a moment before the offsets. */
    private StageFacts awaitOffsets(StageFacts known, long published) {
        StageFacts facts = known;
        long deadline = System.nanoTime() + MAX_COMMIT.toNanos();
        while (facts.isBehind(published) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            facts = readFacts();
        }
        return facts;
    }

    private StageFacts readFacts() {
        Map<Integer, Long> committed = group.committedOffsets(source.partition().topic());
        Long offset = committed.get(source.partition().partition());
        Optional<PublishedOutput> newest = newestOutput.get();
        return new StageFacts(
                newest,
                offset == null ? OptionalLong.empty() : OptionalLong.of(offset),
                source.span(),
                findLoss(newest));
    }

    private Optional<String> findLoss(Optional<PublishedOutput> newest) {
        List<String> missing = state.missingChangelogs();
        if (!missing.isEmpty()) {
            return Optional.of("changelog " + missing.get(0) + " is gone");
        }
        return newest.isPresent() && tools.logs().isUntouched(memory.alwaysWritten())
                ? Optional.of("changelog " + memory.alwaysWritten() + " is empty")
                : Optional.empty();
    }

    /**
     * Returns the offset in the source before which all output is written.
     *
     * @throws SettingsException when the source does not hold what the newest output was made of, though nothing was
     *     trimmed, and the stage must not go on without
     */
    private long publishedBefore(StageFacts facts) {
        if (facts.newest().isEmpty()) {
            return 0;
        }
        Span span = facts.span();
        OptionalLong found = source.findAfter(
                facts.newest().get().raw(), span, facts.committed().orElse(span.end()));
        if (found.isEmpty() && !span.isTrimmed()) {
            requireAccepted(source.partition().topic() + " was deleted and made anew, and what stood in it and was not"
                    + " decided is lost");
        }
        return found.orElse(span.begin());
    }

    /** Returns the offset from which the source is read for it. */
    private long rebuildMemory(StageFacts facts, long published) {
        Span span = facts.span();
        long begin = source.offsetBefore(published, memory.window().toMillis(), span);
        requireWhole(facts, published);
        state.discardAll();
        group.resetTo(Map.of(source.partition(), begin));
        LOG.warn(
                "{}: its memory is lost ({}); it is made again of {}, offsets {} to {}, of which nothing is written"
                        + " again",
                stage.name(),
                facts.loss().orElse(""),
                source.partition(),
                begin,
                span.clip(published));
        return begin;
    }

    private void requireWhole(StageFacts facts, long published) {
        Span span = facts.span();
        OptionalLong horizon = source.horizonBefore(published, memory.window().toMillis(), span);
        boolean mayLack = memory.isRequired() && (span.isTrimmed() || span.isEmpty());
        if (mayLack && tools.rawHasBetween(horizon, source.firstTime())) {
            requireAccepted("its memory is lost (" + facts.loss().orElse("") + "), and "
                    + source.partition().topic() + ", of which it is made again, no longer goes back "
                    + memory.window());
        }
    }

    private void requireAccepted(String lack) {
        if (memory.isRequired() && !tools.terms().acceptsGaps()) {
            throw new SettingsException(stage.name() + ": " + lack + "; to go on with what there is, and publish copies"
                    + " of forgotten articles again, set streams.accept.gaps=true");
        }
    }

    private void goOn(StageFacts facts, long published) {
        Span span = facts.span();
        if (facts.committed().isEmpty()) {
            group.resetTo(Map.of(source.partition(), published));
            LOG.warn(
                    "{}: Kafka has no offset of group {} any more (it forgets those of a group that is away for a"
                            + " week); going on after the last output, {} of {}",
                    stage.name(),
                    stage.id(),
                    published,
                    source.partition());
        } else if (facts.committed().getAsLong() > span.end()) {
            group.resetTo(Map.of(source.partition(), span.end()));
            LOG.warn(
                    "{}: {} lost records that were read already; going on from its end, {}",
                    stage.name(),
                    source.partition(),
                    span.end());
        } else if (facts.committed().getAsLong() < span.begin()) {
            LOG.warn(
                    "{}: offsets {} to {} of {} were deleted before they were read; their articles come out only by"
                            + " 'tidings replay'",
                    stage.name(),
                    facts.committed().getAsLong(),
                    span.begin(),
                    source.partition());
        } else if (facts.isBehind(published)) {
            LOG.warn(
                    "{}: reading {} from {} on for its memory; up to {} nothing is written again",
                    stage.name(),
                    source.partition(),
                    facts.committed().getAsLong(),
                    published);
        }
    }
}
