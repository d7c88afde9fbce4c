package dev.tidings.store.sqlite;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The parameters of a statement, set one after another. */
final class Row {

    private final PreparedStatement statement;
    private int column;

    Row(PreparedStatement statement) {
        this.statement = statement;
    }

    Row text(@Nullable String value) throws SQLException {
        statement.setString(++column, value);
        return this;
    }

    Row number(long value) throws SQLException {
        statement.setLong(++column, value);
        return this;
    }

    Row real(@Nullable Double value) throws SQLException {
        statement.setObject(++column, value);
        return this;
    }

    Row bytes(byte[] value) throws SQLException {
        statement.setBytes(++column, value);
        return this;
    }

    /** Runs the statement and returns how many rows it changed. */
    int store() throws SQLException {
        column = 0;
        return statement.executeUpdate();
    }
}
