package dev.tidings.app.status;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer group as its coordinator knows it.
 *
 * @param positions committed offsets, of whatever topics
 * @param assigned partitions that a member reads
 * @param members how many there are
 * @param settled whether nobody is just joining or leaving
 */
record GroupPicture(Map<TopicPartition, Long> positions, Set<TopicPartition> assigned, int members, boolean settled) {
    /** A group that does not exist. */
    static final GroupPicture NONE = new GroupPicture(Map.of(), Set.of(), 0, true);

    GroupPicture {
        positions = Map.copyOf(positions);
        assigned = Set.copyOf(assigned);
    }

    /** Whether it reads or has read a topic. */
    boolean knowsTopic(String topic) {
        return positions.keySet().stream()
                        .anyMatch(partition -> partition.topic().equals(topic))
                || assigned.stream().anyMatch(partition -> partition.topic().equals(topic));
    }
}
