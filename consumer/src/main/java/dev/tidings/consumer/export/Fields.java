package dev.tidings.consumer.export;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The fields of an object in the order they were put in; what is missing is left out. For one thread. */
final class Fields {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Puts in what there is: no empty text, no empty list. */
    Fields withField(String name, Object value) {
        boolean empty =
                value instanceof String text ? text.isEmpty() : value instanceof Collection<?> list && list.isEmpty();
        if (!empty) {
            fields.put(name, value);
        }
        return this;
    }

    Fields withField(String name, Optional<?> value) {
        value.ifPresent(there -> withField(name, there));
        return this;
    }

    Map<String, Object> toMap() {
        return Collections.unmodifiableMap(fields);
    }
}
