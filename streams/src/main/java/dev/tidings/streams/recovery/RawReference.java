package dev.tidings.streams.recovery;

/**
 * The raw record that an event was made from, as the event names it.
 *
 * @param articleId the article it holds
 * @param partition its partition
 * @param offset its offset
 * @param time its time, milliseconds since 1970
 */
record RawReference(String articleId, int partition, long offset, long time) {

    boolean isAt(RawReference other) {
        return partition == other.partition && offset == other.offset;
    }

    @Override
    public String toString() {
        return partition + "@" + offset;
    }
}
