package dev.tidings.streams.recovery;

import dev.tidings.streams.recovery.TopicLogs.Span;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How an ordered stage stands before it starts.
 *
 * @param newest its newest output
 * @param committed the offset that its group has committed in its source
 * @param span what its source holds
 * @param loss in words, why its memory is lost
 */
record StageFacts(Optional<PublishedOutput> newest, OptionalLong committed, Span span, Optional<String> loss) {

    /** Returns whether it has never had anything to do. */
    boolean isNew() {
        return newest.isEmpty() && committed.orElse(0) == 0;
    }

    /** Returns whether offsets have to be set, which needs an empty group. */
    boolean needsOffsets() {
        return loss.isPresent() || committed.isEmpty() || committed.getAsLong() > span.end();
    }

    /** Returns whether records are to be read again whose output is written. */
    boolean isBehind(long published) {
        return committed.isPresent() && committed.getAsLong() < published;
    }

    long decisions() {
        return newest.map(PublishedOutput::decisions).orElse(0L);
    }
}
