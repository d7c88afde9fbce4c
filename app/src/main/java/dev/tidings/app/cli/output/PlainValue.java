package dev.tidings.app.cli.output;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns values into what JSON knows: text, numbers, truth values, null, lists, and maps in the order of the fields.
 *
 * <p>Java records and Avro records become maps, instants ISO 8601 text, bytes Base64, empty optionals null.
 */
final class PlainValue {
    private PlainValue() {}

    static @Nullable Object plainValueOf(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return plainValueOf(optional.orElse(null));
        }
        if (value instanceof IndexedRecord event) {
            return ofEvent(event);
        }
        if (value instanceof Record structure) {
            return ofRecord(structure);
        }
        if (value instanceof Map<?, ?> map) {
            return ofMap(map);
        }
        if (value instanceof Iterable<?> items && !(value instanceof Path)) {
            return ofItems(items);
        }
        return value == null ? null : ofScalar(value);
    }

    private static Object ofScalar(Object value) {
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof ByteBuffer bytes) {
            return ofBytes(bytes);
        }
        return value instanceof Instant || value instanceof Duration ? value.toString() : String.valueOf(value);
    }

    private static String ofBytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static List<@Nullable Object> ofItems(Iterable<?> items) {
        List<@Nullable Object> plain = new ArrayList<>();
        items.forEach(item -> plain.add(plainValueOf(item)));
        return plain;
    }

    private static Map<String, @Nullable Object> ofMap(Map<?, ?> map) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        map.forEach((key, value) -> plain.put(String.valueOf(key), plainValueOf(value)));
        return plain;
    }

    private static Map<String, @Nullable Object> ofEvent(IndexedRecord event) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Schema.Field field : event.getSchema().getFields()) {
            plain.put(field.name(), plainValueOf(event.get(field.pos())));
        }
        return plain;
    }

    private static Map<String, @Nullable Object> ofRecord(Record structure) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (RecordComponent component : structure.getClass().getRecordComponents()) {
            plain.put(component.getName(), plainValueOf(valueOf(component, structure)));
        }
        return plain;
    }

    private static @Nullable Object valueOf(RecordComponent component, Record structure) {
        try {
            // A record may be private to its package; its components are what it is made of.
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(structure);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException(structure.getClass() + " hides " + component, broken);
        }
    }
}
