package dev.tidings.store.sqlite;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.SinkIdentity;
import dev.tidings.consumer.store.SinkRecord;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The embedded store: one SQLite file with a write-ahead log, so that others read it while it is written. Several sinks
 * may write one file, each its own partitions; they take turns.
 */
final class SqliteStoreWriter implements StoreWriter {

    private final Path path;
    private final SinkIdentity identity;
    private StoreFile file;
    /** Null when the last one failed; the next call opens another. */
    private @Nullable WriteSession session;

    private String storeId;
    /** Whether offsets were found in the store of that id: only then has anybody a belief to lose. */
    private boolean believed;

    private SqliteStoreWriter(Path path, SinkIdentity identity, WriteSession session) {
        this.path = path;
        this.identity = identity;
        this.file = StoreFile.ofOpened(path);
        this.session = session;
        this.storeId = session.storeId();
    }

    /**
     * Opens a store, creating it or bringing it to the newest layout.
     *
     * @param file in a folder that exists
     * @throws StoreException when it cannot be used
     * @throws RetryLaterException when it cannot be used now
     */
    static SqliteStoreWriter open(Path file, SinkIdentity identity) {
        Path path = file.toAbsolutePath().normalize();
        return new SqliteStoreWriter(path, identity, openSession(path, identity));
    }

    private static WriteSession openSession(Path path, SinkIdentity identity) {
        try {
            return WriteSession.onConnection(SqliteDatabase.openForWriting(path), identity);
        } catch (SQLException e) {
            throw SqliteFailure.ofOpening(path, e);
        }
    }

    @Override
    public Map<TopicPartition, Long> findOffsets(Set<TopicPartition> assigned) {
        WriteSession current = currentSession();
        try {
            Map<TopicPartition, Long> found = current.findOffsets(assigned);
            believed = true;
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void writeBatch(TopicPartition partition, long expectedNext, List<SinkRecord> batch, long newNext) {
        WriteSession current = currentSession();
        try {
            current.writeBatch(partition, expectedNext, batch, newNext);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void checkStore() {
        currentSession();
    }

    private RuntimeException failed(SQLException e) {
        closeSession();
        return SqliteFailure.of(path, e);
    }

    /** Returns a session of the file that the path leads to now, and says when that is another one than before. */
    private WriteSession currentSession() {
        boolean replaced = !file.isThere();
        if (replaced) {
            closeSession();
            file.deleteLeftBehind();
        }
        WriteSession current = session == null ? reopen() : session;
        session = current;
        boolean another = replaced || !current.storeId().equals(storeId);
        storeId = current.storeId();
        if (!another || !believed) {
            return current;
        }
        believed = false;
        throw FencedException.ofAllPartitions(
                "the store " + path + " is not the one any more that this sink has filled;"
                        + " going on where the one stands that is there now, from the beginning where it is empty");
    }

    private WriteSession reopen() {
        if (!file.isFolderThere()) {
            throw new RetryLaterException(
                    "the folder of the store " + path + " is gone or another one; mount or put it back, or start the"
                            + " sink anew to fill a new store there",
                    null);
        }
        try {
            WriteSession opened = openSession(path, identity);
            file = StoreFile.ofOpened(path);
            return opened;
        } catch (StoreException e) {
            // It worked before: what is wrong now somebody can put right.
            throw new RetryLaterException(String.valueOf(e.getMessage()), e);
        }
    }

    private void closeSession() {
        if (session != null) {
            session.close();
            session = null;
        }
    }

    @Override
    public String storeId() {
        return storeId;
    }

    @Override
    public String storePlace() {
        return HostName.ofMachine() + ":" + path;
    }

    @Override
    public void close() {
        closeSession();
    }
}
