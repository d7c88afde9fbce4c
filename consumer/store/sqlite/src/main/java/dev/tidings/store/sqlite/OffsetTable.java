package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.SinkIdentity;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** Keeps the offset at which a sink goes on; it is changed by compare-and-set. */
final class OffsetTable {

    private static final String FIND =
            "select cluster, topic_id, next_offset from sink_offset where sink = ? and topic = ? and partition = ?"
                    + " order by cluster = ? desc, cluster limit 1";
    private static final String BEGIN =
            "insert into sink_offset (sink, cluster, topic, partition, topic_id, next_offset) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict do nothing";
    private static final String ADVANCE = "update sink_offset set next_offset = ?"
            + " where sink = ? and cluster = ? and topic = ? and partition = ? and next_offset = ?";

    private final SinkIdentity identity;
    private final PreparedStatement find;
    private final PreparedStatement begin;
    private final PreparedStatement advance;

    OffsetTable(Connection connection, SinkIdentity identity) throws SQLException {
        this.identity = identity;
        this.find = connection.prepareStatement(FIND);
        this.begin = connection.prepareStatement(BEGIN);
        this.advance = connection.prepareStatement(ADVANCE);
    }

    OptionalLong next(TopicPartition partition) throws SQLException {
        find.setString(1, identity.sink());
        find.setString(2, partition.topic());
        find.setInt(3, partition.partition());
        find.setString(4, identity.clusterId());
        try (ResultSet row = find.executeQuery()) {
            if (!row.next()) {
                return OptionalLong.empty();
            }
            checkOrigin(partition.topic(), row.getString("cluster"), row.getString("topic_id"));
            return OptionalLong.of(row.getLong("next_offset"));
        }
    }

    private void checkOrigin(String topic, String cluster, String topicId) {
        if (!cluster.equals(identity.clusterId())) {
            throw new StoreException("the store was filled from Kafka cluster " + cluster + ", this one is "
                    + identity.clusterId() + remedy());
        }
        if (!topicId.equals(identity.topicId(topic))) {
            throw new StoreException(
                    "the store was filled from a topic " + topic + " that was deleted and made anew since" + remedy());
        }
    }

    private static String remedy() {
        return "; fill another store (--store sqlite:FILE), or add to this one under another name (--name NAME)";
    }

    /** Sets the next offset; returns false when the offset that stands there is not the expected one. */
    boolean advance(TopicPartition partition, long expectedNext, long newNext) throws SQLException {
        return expectedNext == StoreWriter.NOTHING_STORED
                ? begin(partition, newNext)
                : advanceFrom(partition, expectedNext, newNext);
    }

    private boolean begin(TopicPartition partition, long newNext) throws SQLException {
        Row row = new Row(begin);
        place(row, partition);
        return row.text(identity.topicId(partition.topic())).number(newNext).store() == 1;
    }

    private boolean advanceFrom(TopicPartition partition, long expectedNext, long newNext) throws SQLException {
        Row row = new Row(advance).number(newNext);
        place(row, partition);
        return row.number(expectedNext).store() == 1;
    }

    private void place(Row row, TopicPartition partition) throws SQLException {
        row.text(identity.sink())
                .text(identity.clusterId())
                .text(partition.topic())
                .number(partition.partition());
    }
}
