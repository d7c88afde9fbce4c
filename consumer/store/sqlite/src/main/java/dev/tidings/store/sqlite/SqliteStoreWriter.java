package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.ArticleRecord;
import dev.tidings.consumer.store.RelationRecord;
import dev.tidings.consumer.store.SinkIdentity;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.consumer.store.SinkRecordVisitor;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.store.StoryRecord;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded store: one SQLite file with a write-ahead log, so that others read it while it is written. Several sinks
 * may write one file, each its own partitions; they take turns.
 */
final class SqliteStoreWriter implements StoreWriter {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteStoreWriter.class);

    private final Connection connection;
    private final SchemaTable schemas;
    private final OffsetTable offsets;
    private final ArticleTable articles;
    private final RelationTable relations;
    private final StoryTable stories;

    private SqliteStoreWriter(Connection connection, SinkIdentity identity) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.schemas = new SchemaTable(connection);
        this.offsets = new OffsetTable(connection, identity);
        this.articles = new ArticleTable(connection);
        this.relations = new RelationTable(connection);
        this.stories = new StoryTable(connection);
    }

    /**
     * Opens a store, creating it or bringing it to the newest layout.
     *
     * @param file in a folder that exists
     * @throws StoreException when it cannot be used
     */
    static SqliteStoreWriter open(Path file, SinkIdentity identity) {
        Connection connection = SqliteDatabase.openForWriting(file);
        try {
            return new SqliteStoreWriter(connection, identity);
        } catch (SQLException e) {
            closed(connection);
            throw new StoreException(
                    "the store " + file + " is not a store of Tidings; set --store to another file", e);
        }
    }

    @Override
    public Map<TopicPartition, Long> findOffsets(Set<TopicPartition> assigned) {
        try {
            Map<TopicPartition, Long> found = new HashMap<>();
            for (TopicPartition partition : assigned) {
                OptionalLong next = offsets.next(partition);
                next.ifPresent(offset -> found.put(partition, offset));
            }
            return found;
        } catch (SQLException e) {
            throw SqliteFailure.of(e);
        } finally {
            endTransaction();
        }
    }

    @Override
    public void writeBatch(TopicPartition partition, long expectedNext, List<SinkRecord> batch, long newNext) {
        try {
            rememberSchemas(batch);
            // First of all, so that it takes the file's write lock: nobody moves the offset between this and the
            // commit.
            if (!offsets.advance(partition, expectedNext, newNext)) {
                throw new FencedException("another writer has moved on from offset " + expectedNext);
            }
            for (SinkRecord event : batch) {
                event.accept(new RowWriter(schemas.id(event.writerSchema())));
            }
            connection.commit();
        } catch (SQLException e) {
            throw SqliteFailure.of(e);
        } finally {
            endTransaction();
        }
    }

    private void rememberSchemas(List<SinkRecord> batch) throws SQLException {
        for (SinkRecord event : batch) {
            schemas.id(event.writerSchema());
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
        closed(connection);
    }

    private static void closed(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing the store failed; what was committed is safe", e);
        }
    }

    /** Writes the rows of an event, whose schema has this id. */
    private final class RowWriter implements SinkRecordVisitor<SQLException> {

        private final long schema;

        private RowWriter(long schema) {
            this.schema = schema;
        }

        @Override
        public void visitArticle(ArticleRecord event) throws SQLException {
            articles.store(event, schema);
        }

        @Override
        public void visitRelation(RelationRecord event) throws SQLException {
            relations.store(event, schema);
        }

        @Override
        public void visitStory(StoryRecord event) throws SQLException {
            stories.store(event, schema);
        }
    }
}
