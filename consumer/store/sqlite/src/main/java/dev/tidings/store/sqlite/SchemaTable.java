package dev.tidings.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.IdentityHashMap;
import org.apache.avro.Schema;

/** Keeps each schema that events were written with once. */
final class SchemaTable {

    private final Connection connection;
    private final IdentityHashMap<Schema, Long> ids = new IdentityHashMap<>();

    SchemaTable(Connection connection) {
        this.connection = connection;
    }

    /** Returns the row id of a schema; a new one must be committed before it is used, since ids are remembered. */
    long id(Schema schema) throws SQLException {
        Long known = ids.get(schema);
        return known == null ? remember(schema) : known;
    }

    private long remember(Schema schema) throws SQLException {
        String definition = schema.toString();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into event_schema (definition) values (?) on conflict do nothing")) {
            new Row(insert).text(definition).store();
        }
        try (PreparedStatement select =
                connection.prepareStatement("select id from event_schema where definition = ?")) {
            select.setString(1, definition);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                long id = found.getLong(1);
                ids.put(schema, id);
                return id;
            }
        }
    }
}
