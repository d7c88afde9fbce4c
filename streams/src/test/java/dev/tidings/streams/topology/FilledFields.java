package dev.tidings.streams.topology;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Collects which fields of events had anything but their default, by their place in the event: {@code
 * EnrichedArticle.people.uri}.
 */
final class FilledFields {

    private final Set<String> known = new TreeSet<>();
    private final Set<String> filled = new HashSet<>();

    /** Looks at an event. */
    void add(IndexedRecord event) {
        note(event.getSchema(), event.getSchema().getName());
        look(event, event.getSchema().getName());
    }

    /** Returns the places that no event filled, of those that were looked at. */
    Set<String> neverFilled() {
        Set<String> empty = new TreeSet<>(known);
        empty.removeAll(filled);
        return empty;
    }

    private void note(Schema schema, String place) {
        switch (schema.getType()) {
            case RECORD ->
                schema.getFields().forEach(field -> {
                    known.add(place + "." + field.name());
                    note(field.schema(), place + "." + field.name());
                });
            case ARRAY -> note(schema.getElementType(), place);
            case UNION -> schema.getTypes().forEach(type -> note(type, place));
            default -> {
                // Holds no fields.
            }
        }
    }

    private void look(Object value, String place) {
        if (value instanceof IndexedRecord event) {
            for (Schema.Field field : event.getSchema().getFields()) {
                Object content = event.get(field.pos());
                if (!isDefault(field, content)) {
                    filled.add(place + "." + field.name());
                    look(content, place + "." + field.name());
                }
            }
        } else if (value instanceof Collection<?> items) {
            items.forEach(item -> look(item, place));
        }
    }

    private static boolean isDefault(Schema.Field field, @Nullable Object content) {
        if (content == null || Instant.EPOCH.equals(content)) {
            return true;
        }
        return field.hasDefaultValue()
                && String.valueOf(content)
                        .equals(String.valueOf(GenericData.get().getDefaultValue(field)));
    }
}
