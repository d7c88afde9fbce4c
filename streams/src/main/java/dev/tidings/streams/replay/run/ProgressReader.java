package dev.tidings.streams.replay.run;

import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.ReplayKafka;
import dev.tidings.streams.replay.plan.ReplayPlan;
import dev.tidings.streams.replay.plan.RunIdentity;
import java.util.List;

/** Asks the broker how far a run is, whichever process works on it. */
final class ProgressReader {

    private final ReplayKafka kafka;
    private final ReplayPlan plan;
    private final RunIdentity identity;
    private final Topics topics;

    ProgressReader(ReplayKafka kafka, ReplayPlan plan, RunIdentity identity) {
        this.kafka = kafka;
        this.plan = plan;
        this.identity = identity;
        this.topics = identity.runTopics(plan.ranges().size());
    }

    ReplayProgress readProgress(List<String> obstacles) {
        long offsets = Math.max(1, plan.offsetCount());
        long analysed = plan.passed(
                kafka.committedOffsets(identity.analyseId(), topics.raw().name()));
        double share = (double) analysed / offsets * decidedShare();
        return new ReplayProgress(plan.offsetCount(), analysed, share, obstacles);
    }

    /** Estimates the share of decided articles by offsets: both topics have about as many markers. */
    private double decidedShare() {
        long unordered =
                sum(kafka.endOffsets(kafka.partitionsOf(topics.unordered())).values());
        long decided =
                sum(kafka.committedOffsets(identity.dedupId(), topics.analysed().name())
                        .values());
        return unordered == 0 ? 1 : Math.min(1, (double) decided / unordered);
    }

    private static long sum(Iterable<Long> offsets) {
        long sum = 0;
        for (long offset : offsets) {
            sum += offset;
        }
        return sum;
    }
}
