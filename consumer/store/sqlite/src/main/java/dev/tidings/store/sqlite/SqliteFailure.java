package dev.tidings.store.sqlite;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.RejectedException;
import dev.tidings.consumer.store.StoreException;
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

    static RuntimeException of(SQLException e) {
        SQLiteErrorCode code = code(e).orElse(SQLiteErrorCode.SQLITE_ERROR);
        return switch (code) {
            case SQLITE_BUSY,
                    SQLITE_LOCKED,
                    SQLITE_FULL,
                    SQLITE_IOERR,
                    SQLITE_CANTOPEN,
                    SQLITE_NOMEM,
                    SQLITE_PROTOCOL -> new RetryLaterException("the store " + words(code), e);
            case SQLITE_CONSTRAINT, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE ->
                new RejectedException(message(e), e);
            default -> new StoreException("the store failed: " + message(e), e);
        };
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
            case SQLITE_IOERR -> "cannot be read or written: the disk reports an error";
            case SQLITE_CANTOPEN, SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                "cannot be opened; check that the file and its folder can be written";
            case SQLITE_NOTADB -> "is not a SQLite file; set --store to another one";
            case SQLITE_ERROR -> "is not a store of Tidings; set --store to another file";
            case SQLITE_CORRUPT -> "is damaged; move it away and fill a new one from Kafka";
            default -> "failed with " + code.name() + ": " + code.message;
        };
    }

    private static String message(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
