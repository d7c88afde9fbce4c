package dev.tidings.producer.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON document object by object: the elements of a list, at the top or under a name that lists of articles have;
 * else the object at the top; and whatever values follow. Holds one object at a time.
 */
final class JsonDocumentReader implements RecordReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** Under these names articles stand in a list. */
    private static final Set<String> LISTS = Set.of(
            "items",
            "articles",
            "results",
            "docs",
            "documents",
            "entries",
            "entry",
            "stories",
            "news",
            "posts",
            "hits",
            "data",
            "records",
            "@graph",
            "value",
            "values",
            "rows",
            "item",
            "list",
            "feed");

    /** Under these names stands the object with the list. */
    private static final Set<String> WRAPPERS = Set.of(
            "response",
            "hits",
            "data",
            "feed",
            "channel",
            "result",
            "results",
            "rss",
            "query",
            "content",
            "payload",
            "articles");

    /** What an article has and a list of articles has not. */
    private static final Set<String> TEXTS = Set.of(
            "body",
            "text",
            "articleBody",
            "maintext",
            "body_html",
            "body_text",
            "body_xhtml",
            "bodies",
            "content_html",
            "content_text",
            "raw_text",
            "full_text",
            "headline",
            "headlines");

    private static final Set<String> LANGUAGES = Set.of("language", "lang", "inLanguage");

    private static final int MAX_LANGUAGE_CHARS = 40;

    private final RecordedInput input;
    private final JsonParser parser;
    private final JsonRecords records;
    private final long maxBytes;
    private final long base;
    private long begin;
    private boolean listed;
    private boolean worded;
    private String language = "";
    private int listDepth = -1;
    private int depth;

    private JsonDocumentReader(RecordedInput input, JsonParser parser, JsonRecords records, long maxBytes, long base) {
        this.input = input;
        this.parser = parser;
        this.records = records;
        this.maxBytes = maxBytes;
        this.base = base;
    }

    /**
     * Begins to read.
     *
     * @param base position of the first byte in the whole input
     */
    static JsonDocumentReader open(InputStream in, JsonRecords records, long maxBytes, long base) throws IOException {
        RecordedInput input = new RecordedInput(in, maxBytes);
        return new JsonDocumentReader(input, FACTORY.createParser(input), records, maxBytes, base);
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        try {
            while (true) {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    return Optional.empty();
                }
                Optional<InputRecord> record = take(token);
                if (record.isPresent()) {
                    return record;
                }
            }
        } catch (JsonProcessingException e) {
            throw JsonErrors.formatException(e);
        }
    }

    private Optional<InputRecord> take(JsonToken token) throws IOException {
        if (depth == listDepth) {
            return takeElement(token);
        }
        return depth == 0 ? takeTop(token) : takeMember(token);
    }

    private Optional<InputRecord> takeTop(JsonToken token) throws IOException {
        begin = beginValue();
        listed = false;
        worded = false;
        language = "";
        if (token == JsonToken.START_OBJECT) {
            depth = 1;
            return Optional.empty();
        }
        if (token == JsonToken.START_ARRAY) {
            depth = 1;
            listDepth = 1;
            return Optional.empty();
        }
        return Optional.of(recordFrom(begin));
    }

    private Optional<InputRecord> takeElement(JsonToken token) throws IOException {
        if (token == JsonToken.END_ARRAY) {
            depth--;
            listDepth = -1;
            return Optional.empty();
        }
        long start = beginValue();
        parser.skipChildren();
        return Optional.of(recordFrom(start));
    }

    /** A member of the object at the top, or of one in it that leads to a list. */
    private Optional<InputRecord> takeMember(JsonToken token) throws IOException {
        if (token == JsonToken.END_OBJECT) {
            depth--;
            return depth > 0 || listed ? Optional.empty() : Optional.of(recordFrom(begin));
        }
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        worded |= TEXTS.contains(name);
        if (value == JsonToken.START_ARRAY && !worded && LISTS.contains(name)) {
            return enterList();
        }
        if (value == JsonToken.START_OBJECT && !worded && WRAPPERS.contains(name)) {
            depth++;
        } else if (value == JsonToken.VALUE_STRING && LANGUAGES.contains(name)) {
            language = shortText();
        } else {
            parser.skipChildren();
        }
        return Optional.empty();
    }

    /** A list of anything but objects is a list of something else. */
    private Optional<InputRecord> enterList() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            listed = true;
            depth++;
            listDepth = depth;
            return takeElement(first);
        }
        listed |= first == JsonToken.END_ARRAY;
        for (JsonToken token = first; token != JsonToken.END_ARRAY && token != null; token = parser.nextToken()) {
            parser.skipChildren();
        }
        return Optional.empty();
    }

    private String shortText() throws IOException {
        @Nullable String text = parser.getText();
        return text == null || text.length() > MAX_LANGUAGE_CHARS ? "" : text;
    }

    private long beginValue() {
        long start = parser.currentTokenLocation().getCharOffset();
        input.beginValue(start);
        return start;
    }

    private InputRecord recordFrom(long start) throws IOException {
        // A string is read to its end only when somebody asks for it.
        parser.finishToken();
        long end = parser.currentLocation().getCharOffset();
        ByteBuffer bytes = input.value(end);
        long size = end - start;
        String place = "the value at byte " + (base + start);
        return size > maxBytes
                ? new RejectedRecord(
                        base + start,
                        Optional.empty(),
                        Optional.empty(),
                        bytes,
                        size,
                        RejectedRecord.TOO_LARGE,
                        place + " has " + size + " bytes, more than max.article.bytes = " + maxBytes)
                : records.recordOf(bytes, base + start, place, language);
    }

    @Override
    public void close() throws IOException {
        parser.close();
        input.close();
    }
}
