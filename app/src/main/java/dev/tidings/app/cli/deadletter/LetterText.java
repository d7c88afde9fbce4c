package dev.tidings.app.cli.deadletter;

import dev.tidings.schemas.DeadLetter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What of a dead letter is shown, and how. */
final class LetterText {
    /** Up to megabytes each, which nobody reads in a list. */
    private static final Set<String> BYTES = Set.of("key", "value", "headers");

    private LetterText() {}

    /** Returns the fields of a letter by their names, but for those that hold bytes. */
    static Map<String, @Nullable Object> fieldsWithoutBytes(DeadLetter letter) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Schema.Field field : letter.getSchema().getFields()) {
            if (!BYTES.contains(field.name())) {
                fields.put(field.name(), letter.get(field.pos()));
            }
        }
        return fields;
    }

    /** Returns where the record stands that failed; empty when none was made of the input. */
    static String recordOf(DeadLetter letter) {
        return letter.getSourceTopic().isEmpty()
                ? ""
                : letter.getSourceTopic() + "-" + letter.getSourcePartition() + "@" + letter.getSourceOffset();
    }

    /** Returns the uri of the input, or the record where no uri is known. */
    static String inputOf(DeadLetter letter) {
        return letter.getUri().isEmpty() ? recordOf(letter) : letter.getUri();
    }
}
