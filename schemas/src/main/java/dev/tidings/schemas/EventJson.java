package dev.tidings.schemas;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EventJson() {}

    /** Returns an event, or any record within one, as a JSON object. */
    public static ObjectNode of(IndexedRecord event) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : event.getSchema().getFields()) {
            object.set(field.name(), node(event.get(field.pos())));
        }
        return object;
    }

    /** Returns a list of records or scalars as a JSON array. */
    public static ArrayNode of(Collection<?> items) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(node(item)));
        return array;
    }

    private static JsonNode node(@Nullable Object value) {
        if (value instanceof IndexedRecord event) {
            return of(event);
        }
        if (value instanceof Collection<?> items) {
            return of(items);
        }
        if (value instanceof Map<?, ?> map) {
            return object(map);
        }
        return scalar(value);
    }

    private static ObjectNode object(Map<?, ?> map) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), node(value)));
        ObjectNode object = NODES.objectNode();
        sorted.forEach(object::set);
        return object;
    }

    private static JsonNode scalar(@Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Long number) {
            return NODES.numberNode(number);
        }
        if (value instanceof Double number) {
            return NODES.numberNode(number);
        }
        if (value instanceof ByteBuffer bytes) {
            return NODES.textNode(base64(bytes));
        }
        return NODES.textNode(value.toString());
    }

    private static String base64(ByteBuffer bytes) {
        return new String(Base64.getEncoder().encode(bytes.duplicate()).array(), US_ASCII);
    }
}
