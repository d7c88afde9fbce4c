package dev.tidings.producer.format.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tidings.producer.format.FormatException;

/** Says what is wrong with JSON, as a code and in one line. */
final class JsonErrors {

    private JsonErrors() {}

    static String reasonOf(JsonProcessingException error) {
        String message = String.valueOf(error.getOriginalMessage());
        if (error instanceof StreamConstraintsException) {
            return message.contains("nesting depth") ? "too_deep" : "limit";
        }
        if (error instanceof JsonEOFException) {
            return "truncated";
        }
        if (message.startsWith("Duplicate field") || message.startsWith("Duplicate Object property")) {
            return "duplicate_key";
        }
        return error instanceof JsonRecords.TrailingDataException ? "trailing_data" : "syntax";
    }

    static String messageOf(JsonProcessingException error) {
        String message =
                String.valueOf(error.getOriginalMessage()).lines().findFirst().orElse("no JSON");
        return error.getLocation() == null
                ? message
                : "line " + error.getLocation().getLineNr() + ", column "
                        + error.getLocation().getColumnNr() + ": " + message;
    }

    static FormatException formatException(JsonProcessingException error) {
        return new FormatException(
                reasonOf(error), messageOf(error) + "; what stands before it is published, mend the rest");
    }
}
