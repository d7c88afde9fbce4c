package dev.tidings.app.status;

import java.util.List;

/**
 * How a reader stands.
 *
 * @param reader name of the stage, sink or group
 * @param group its consumer group
 * @param kind stage, sink or subscriber
 * @param topics what it reads, by name
 * @param partitions how many these have
 * @param unread how many of them nobody reads now
 * @param members how many processes or threads are in the group
 * @param waiting how many records wait for it, without transaction markers
 * @param exact whether they were counted; else it is an estimate
 * @param behindSeconds how old the oldest of them is; 0 when none waits
 */
public record ReaderStatus(
        String reader,
        String group,
        String kind,
        List<String> topics,
        int partitions,
        int unread,
        int members,
        long waiting,
        boolean exact,
        long behindSeconds) {

    /** Keeps a copy of the names. */
    public ReaderStatus {
        topics = List.copyOf(topics);
    }

    /** Returns the number of waiting records as people read it. */
    public String waitingText() {
        return exact ? String.valueOf(waiting) : "about " + waiting;
    }
}
