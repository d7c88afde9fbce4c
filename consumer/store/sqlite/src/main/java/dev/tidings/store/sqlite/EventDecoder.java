package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Decodes the events of the store with the schemas it keeps. For one thread at a time. */
final class EventDecoder<T extends SpecificRecord> {

    /** Magic byte and schema id of the Confluent wire format. */
    private static final int WIRE_HEADER_BYTES = 5;

    private final ReadConnection connection;
    private final Class<T> type;
    private final Map<Long, SpecificDatumReader<T>> readers = new HashMap<>();

    EventDecoder(ReadConnection connection, Class<T> type) {
        this.connection = connection;
        this.type = type;
    }

    /** Returns the event in a row that has the columns event_schema and event. */
    T decode(ResultSet row) throws SQLException {
        SpecificDatumReader<T> reader = reader(row.getLong("event_schema"));
        byte[] wire = row.getBytes("event");
        BinaryDecoder bytes =
                DecoderFactory.get().binaryDecoder(wire, WIRE_HEADER_BYTES, wire.length - WIRE_HEADER_BYTES, null);
        try {
            return type.cast(reader.read(null, bytes));
        } catch (IOException e) {
            throw new StoreException("the store holds an event that cannot be read; fill a new one from Kafka", e);
        }
    }

    private SpecificDatumReader<T> reader(long schema) {
        SpecificDatumReader<T> known = readers.get(schema);
        if (known != null) {
            return known;
        }
        SpecificData model = SpecificData.getForClass(type);
        SpecificDatumReader<T> reader = new SpecificDatumReader<>(definition(schema), model.getSchema(type), model);
        readers.put(schema, reader);
        return reader;
    }

    private Schema definition(long schema) {
        return connection.read(reading -> definition(reading, schema));
    }

    private static Schema definition(Connection connection, long schema) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select definition from event_schema where id = ?")) {
            select.setLong(1, schema);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new StoreException("the store lacks the schema of an event; fill a new one from Kafka");
                }
                return new Schema.Parser().parse(row.getString(1));
            }
        }
    }
}
