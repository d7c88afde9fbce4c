package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.SourcePosition;

/**
 * A version that analyse has dead-lettered, as its mark in the log says; it gets no decision.
 *
 * @param version what deduplication remembers of it
 */
public record MarkedRecord(DeadLetteredVersion version) implements LoggedVersion {

    @Override
    public SourcePosition sourcePosition() {
        return version.sourcePosition();
    }

    @Override
    public long time() {
        return version.time();
    }
}
