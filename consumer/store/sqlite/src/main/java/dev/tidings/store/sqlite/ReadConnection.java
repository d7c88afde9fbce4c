package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;

/** A connection that only reads. Safe for use by many threads, which take turns. */
final class ReadConnection implements AutoCloseable {

    /** Reads something; may throw what the database throws. */
    interface Reading<T> {
        T read(Connection connection) throws SQLException;
    }

    private final Connection connection;

    ReadConnection(Connection connection) {
        this.connection = connection;
    }

    /**
     * Reads something while no other thread does; within a reading, further ones may be begun.
     *
     * @throws StoreException when the database cannot be read
     */
    synchronized <T> T read(Reading<T> reading) {
        try {
            return reading.read(connection);
        } catch (SQLException e) {
            throw new StoreException(
                    SqliteFailure.code(e)
                            .map(code -> "the store " + SqliteFailure.words(code))
                            .orElse("the store cannot be read: " + e.getMessage()),
                    e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("closing the store failed: " + e.getMessage(), e);
        }
    }
}
