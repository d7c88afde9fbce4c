package dev.tidings.producer.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.tidings.producer.format.InputSample;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Tells JSON and JSON Lines by the first characters; a name alone is believed of what begins as nothing else. */
final class JsonSample {

    private static final String[] LINES_SUFFIXES = {".jsonl", ".ndjson", ".ldjson", ".jsonlines", ".jl"};
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonSample() {}

    /** Returns whether it is JSON, in lines or not. */
    static boolean isJson(InputSample sample) {
        boolean named = sample.nameEndsWith(".json", ".ninjs", ".jsonld") || sample.nameEndsWith(LINES_SUFFIXES);
        if (named) {
            return !sample.start().startsWith("<");
        }
        return beginsAsJson(sample.start()) && tokensFit(sample);
    }

    /** Returns whether it is JSON of which each line is a value. */
    static boolean isJsonLines(InputSample sample) {
        if (!isJson(sample) || sample.start().startsWith("[")) {
            return false;
        }
        List<String> lines = sample.start()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(3)
                .collect(Collectors.toList());
        boolean named = sample.nameEndsWith(LINES_SUFFIXES);
        return lines.size() < 2
                ? named
                : lines.get(1).startsWith("{") || (named && !lines.get(0).equals("{"));
    }

    private static boolean beginsAsJson(String start) {
        return start.startsWith("{") || start.startsWith("[");
    }

    /** Words in brackets begin like JSON, and go on otherwise. */
    private static boolean tokensFit(InputSample sample) {
        try (JsonParser parser = FACTORY.createParser(sample.start())) {
            JsonToken first = parser.nextToken();
            JsonToken second = parser.nextToken();
            boolean fits = first == JsonToken.START_OBJECT
                    ? second == JsonToken.FIELD_NAME
                    : second == JsonToken.START_OBJECT || second == JsonToken.START_ARRAY;
            while (fits && parser.nextToken() != null) {
                // Whatever stands there, it is a token.
            }
            return fits;
        } catch (JsonEOFException | StreamConstraintsException e) {
            return true;
        } catch (JsonProcessingException e) {
            // The first object has been read, or a token is cut where the sample ends.
            return e.getLocation() != null
                    && (e.getLocation().getLineNr() > 1
                            || e.getLocation().getCharOffset() >= sample.start().length() - 8);
        } catch (IOException e) {
            return false;
        }
    }
}
