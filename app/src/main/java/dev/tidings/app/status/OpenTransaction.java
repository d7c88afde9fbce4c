package dev.tidings.app.status;

/**
 * A transaction that is open in a partition: nobody who reads committed records gets past its beginning.
 *
 * @param topic where it is open
 * @param partition where it is open
 * @param transactionalId who began it; empty when no coordinator knows it any more, so that nobody will end it
 * @param producerId number of its producer
 * @param startOffset where it begins
 * @param idleSeconds how long ago it last wrote there
 */
public record OpenTransaction(
        String topic, int partition, String transactionalId, long producerId, long startOffset, long idleSeconds) {

    /** Longer than a transaction of ours may last. */
    private static final long MAX_IDLE_SECONDS = 75;

    /** Whether it is more than work in hand. */
    boolean isStuck() {
        return idleSeconds > MAX_IDLE_SECONDS;
    }

    Finding asFinding(String address) {
        String place = topic + "-" + partition;
        String who = transactionalId.isEmpty() ? "an unknown producer" : transactionalId;
        return Finding.warn(
                place,
                "a transaction of " + who + " has been open for " + idleSeconds + " s; readers wait at offset "
                        + startOffset,
                "kafka-transactions.sh --bootstrap-server " + address + " abort --topic " + topic + " --partition "
                        + partition + " --start-offset " + startOffset);
    }
}
