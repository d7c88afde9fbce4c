package dev.tidings.streams.recovery;

/**
 * The newest output of a stage.
 *
 * @param ordinal ordinal of its decision; -1 where the stage numbers none
 * @param raw the raw record it goes back to
 * @param writtenAt when the broker took it, milliseconds since 1970
 */
record PublishedOutput(long ordinal, RawReference raw, long writtenAt) {

    /** Returns how many decisions are numbered up to this one. */
    long decisions() {
        return ordinal + 1;
    }
}
