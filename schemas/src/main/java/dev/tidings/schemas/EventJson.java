package dev.tidings.schemas;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON for people and SQL: keys are the schema's field names in its order, unions are plain values, enums
 * their symbols, instants ISO 8601 text in UTC, bytes Base64 (RFC 4648), map keys sorted.
 */
@NullMarked
public final class EventJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonFactory FACTORY = new JsonFactory();

    private EventJson() {}

    /** Returns an event, or any record within one, as a JSON object. */
    public static ObjectNode toObject(IndexedRecord event) {
        try (TokenBuffer tokens = new TokenBuffer(MAPPER, false)) {
            writeValue(event, tokens);
            return tokens.asParser().readValueAsTree();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    /** Returns a list of records or scalars as the text of a JSON array. */
    public static String toArrayText(Collection<?> items) {
        return toText(items);
    }

    /** Returns a map of scalars as the text of a JSON object, its keys in order. */
    public static String toObjectText(Map<String, ?> fields) {
        return toText(fields);
    }

    private static String toText(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            writeValue(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return text.toString();
    }

    private static void writeValue(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value instanceof IndexedRecord event) {
            json.writeStartObject();
            for (Schema.Field field : event.getSchema().getFields()) {
                json.writeFieldName(field.name());
                writeValue(event.get(field.pos()), json);
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            writeSorted(map, json);
        } else {
            writeScalar(value, json);
        }
    }

    private static void writeSorted(Map<?, ?> map, JsonGenerator json) throws IOException {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        json.writeStartObject();
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeScalar(@Nullable Object value, JsonGenerator json) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof ByteBuffer bytes) {
            json.writeString(toBase64(bytes));
        } else {
            json.writeString(value.toString());
        }
    }

    private static String toBase64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
