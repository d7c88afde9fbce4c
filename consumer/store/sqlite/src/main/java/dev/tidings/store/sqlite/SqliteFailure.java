package dev.tidings.store.sqlite;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.RejectedException;
import dev.tidings.consumer.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What a failure of SQLite means: try again later, reject the event, or stop. */
final class SqliteFailure {

    private static final int PRIMARY_CODE = 0xff;

    private SqliteFailure() {}

    /** Returns what a failure of a store means that could be opened. */
    static RuntimeException of(Path file, SQLException e) {
        SQLiteErrorCode code = code(e).orElse(SQLiteErrorCode.SQLITE_ERROR);
        return switch (code) {
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE ->
                new RejectedException(message(e), e);
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH -> retryLater(file, code, e);
            default ->
                passes(code)
                        ? retryLater(file, code, e)
                        : new StoreException("the store " + file + " failed: " + message(e), e);
        };
    }

    /** Returns what a failure means that kept a store from being opened for writing. */
    static RuntimeException ofOpening(Path file, Exception e) {
        return code(e).filter(SqliteFailure::passes)
                .<RuntimeException>map(code -> retryLater(file, code, e))
                .orElseGet(() -> unusable(file, e));
    }

    /** Returns what to say of a store that cannot be opened. */
    static StoreException unusable(Path file, Exception e) {
        String cause = code(e).map(SqliteFailure::words).orElse(words(SQLiteErrorCode.SQLITE_ERROR));
        return new StoreException("the store " + file + " " + cause, e);
    }

    /** Returns whether a failure goes away when others let go of the store, or there is room again. */
    private static boolean passes(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_CANTOPEN,
                    SQLITE_NOMEM,
                    SQLITE_PROTOCOL -> true;
            default -> false;
        };
    }

    private static RetryLaterException retryLater(Path file, SQLiteErrorCode code, Exception e) {
        return new RetryLaterException("the store " + file + " " + words(code), e);
    }

    /** Returns the primary result code of the first failure of SQLite among the causes. */
    static Optional<SQLiteErrorCode> code(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLiteException.class::isInstance)
                .map(cause -> ((SQLiteException) cause).getResultCode().code & PRIMARY_CODE)
                .map(SQLiteErrorCode::getErrorCode)
                .findFirst();
    }

    static String words(SQLiteErrorCode code) {
        return switch (code) {
            case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL ->
                "is locked by another process; stop that process or set --store to another file";
            case SQLITE_FULL -> "has no room: the disk is full; free some";
            case SQLITE_IOERR -> "cannot be read or written: the disk reports an error; see the log of the system";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "cannot be opened; check that the file and its folder can be written";
            case SQLITE_NOTADB -> "is not a SQLite file; move it away or set --store to another one";
            case SQLITE_ERROR -> "is not a store of Tidings; set --store to another file";
            case SQLITE_CORRUPT ->
                "is damaged; move it away, the files -wal and -shm of its name too: the sink fills a new one from Kafka";
            default -> "failed with " + code.name() + ": " + code.message;
        };
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
