package dev.tidings.streams.replay.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Merges the records of several partitions into one order: always the first record of the partition where that is the
 * oldest, of equally old ones that of the lowest partition. Nothing is released while a partition may still get an
 * older one: each must have a record waiting or be closed. So the order is a function of the contents of the partitions
 * alone, in whatever turn they come. For one thread.
 */
final class SourceOrderMerge<T> {

    private record Waiting<T>(long time, T record) {}

    /** One partition. */
    private static final class Lane<T> {
        private final int partition;
        private final Deque<Waiting<T>> waiting = new ArrayDeque<>();
        private boolean closed;

        Lane(int partition) {
            this.partition = partition;
        }

        int partition() {
            return partition;
        }

        long headTime() {
            return waiting.getFirst().time();
        }
    }

    private final List<Lane<T>> lanes = new ArrayList<>();
    private final PriorityQueue<Lane<T>> heads = new PriorityQueue<>(
            Comparator.<Lane<T>>comparingLong(Lane::headTime).thenComparingInt(Lane::partition));
    /** Partitions that keep the others waiting. */
    private final TreeSet<Integer> lacking = new TreeSet<>();

    /** Makes the merge of partitions 0 to {@code partitions - 1}. */
    SourceOrderMerge(int partitions) {
        for (int partition = 0; partition < partitions; partition++) {
            lanes.add(new Lane<>(partition));
            lacking.add(partition);
        }
    }

    /**
     * Adds the next record of a partition.
     *
     * @param time its time; need not rise
     * @throws IllegalStateException when the partition is closed: the order would depend on when it came
     */
    void offerNext(int partition, long time, T record) {
        Lane<T> lane = lanes.get(partition);
        if (lane.closed) {
            throw new IllegalStateException("partition " + partition + " got a record after its end");
        }
        lane.waiting.addLast(new Waiting<>(time, record));
        if (lane.waiting.size() == 1) {
            lacking.remove(partition);
            heads.add(lane);
        }
    }

    /** Says that a partition has given its last record; saying it twice is saying it once. */
    void closePartition(int partition) {
        lanes.get(partition).closed = true;
        lacking.remove(partition);
    }

    /** Returns the partitions that keep the others waiting: not closed, and no record at hand. */
    List<Integer> lackingPartitions() {
        return List.copyOf(lacking);
    }

    /** Returns how many records of a partition wait. */
    int waitingCount(int partition) {
        return lanes.get(partition).waiting.size();
    }

    /** Returns whether every partition is closed and everything released. */
    boolean isDone() {
        return heads.isEmpty() && lanes.stream().allMatch(lane -> lane.closed);
    }

    /** Returns all that can be released now, in order. */
    List<T> releaseReady() {
        List<T> released = new ArrayList<>();
        while (lacking.isEmpty() && !heads.isEmpty()) {
            released.add(nextLane());
        }
        return released;
    }

    private T nextLane() {
        Lane<T> lane = heads.remove();
        Waiting<T> next = lane.waiting.removeFirst();
        if (!lane.waiting.isEmpty()) {
            heads.add(lane);
        } else if (!lane.closed) {
            lacking.add(lane.partition);
        }
        return next.record();
    }
}
