package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.ArticleRecord;
import dev.tidings.consumer.store.RelationRecord;
import dev.tidings.consumer.store.RemovalRecord;
import dev.tidings.consumer.store.SinkIdentity;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.consumer.store.SinkRecordVisitor;
import dev.tidings.consumer.store.StoryRecord;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that writes, with what is prepared on it. One that has failed is not used again: SQLite may have ended
 * the transaction by itself, and then the driver begins no other.
 */
final class WriteSession implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WriteSession.class);

    private final Connection connection;
    private final String storeId;
    private final SchemaTable schemas;
    private final OffsetTable offsets;
    private final ArticleTable articles;
    private final RelationTable relations;
    private final StoryTable stories;
    private final RowWriter rowWriter = new RowWriter();

    private WriteSession(Connection connection, SinkIdentity identity) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.storeId = readId(connection);
        this.schemas = new SchemaTable(connection);
        this.offsets = new OffsetTable(connection, identity);
        this.articles = new ArticleTable(connection);
        this.relations = new RelationTable(connection);
        this.stories = new StoryTable(connection);
    }

    /** Takes ownership of a connection to a store of the newest layout. */
    static WriteSession onConnection(Connection connection, SinkIdentity identity) throws SQLException {
        try {
            return new WriteSession(connection, identity);
        } catch (SQLException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private static String readId(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from store")) {
            return row.next() ? row.getString(1) : "";
        } finally {
            connection.rollback();
        }
    }

    String storeId() {
        return storeId;
    }

    Map<TopicPartition, Long> findOffsets(Set<TopicPartition> assigned) throws SQLException {
        try {
            Map<TopicPartition, Long> found = new HashMap<>();
            for (TopicPartition partition : assigned) {
                OptionalLong next = offsets.next(partition);
                next.ifPresent(offset -> found.put(partition, offset));
            }
            return found;
        } finally {
            endTransaction();
        }
    }

    void writeBatch(TopicPartition partition, long expectedNext, List<SinkRecord> batch, long newNext)
            throws SQLException {
        try {
            rememberSchemas(batch);
            // First of all, so that it takes the file's write lock: nobody moves the offset between this and the
            // commit.
            if (!offsets.advance(partition, expectedNext, newNext)) {
                throw new FencedException("another writer has moved on from offset " + expectedNext);
            }
            for (SinkRecord record : batch) {
                record.accept(rowWriter);
            }
            connection.commit();
        } finally {
            endTransaction();
        }
    }

    private void rememberSchemas(List<SinkRecord> batch) throws SQLException {
        for (SinkRecord record : batch) {
            if (record instanceof SinkRecord.Event event) {
                schemas.id(event.writerSchema());
            }
        }
        connection.commit();
    }

    /** Rolls back; afterwards neither lock nor snapshot is held. */
    private void endTransaction() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            LOG.debug("SQLite has ended the transaction itself", e);
        }
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing the store failed; what was committed is safe", e);
        }
    }

    /** Writes the rows of events, whose schemas are known by now, and removes rows. */
    private final class RowWriter implements SinkRecordVisitor<SQLException> {

        @Override
        public void visitArticle(ArticleRecord event) throws SQLException {
            articles.store(event, schemas.id(event.writerSchema()));
        }

        @Override
        public void visitRelation(RelationRecord event) throws SQLException {
            relations.store(event, schemas.id(event.writerSchema()));
        }

        @Override
        public void visitStory(StoryRecord event) throws SQLException {
            stories.store(event, schemas.id(event.writerSchema()));
        }

        @Override
        public void visitRemoval(RemovalRecord removal) throws SQLException {
            switch (removal.kind()) {
                case ARTICLE -> articles.remove(removal);
                case RELATION -> relations.remove(removal);
                case STORY -> stories.remove(removal);
            }
        }
    }
}
