package dev.tidings.producer.format.json;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.shared.AsciiInput;
import dev.tidings.producer.source.InputContent;
import dev.tidings.text.vocabulary.CustomMapping;
import java.io.IOException;
import java.util.Optional;

/** JSON Lines: an article a line. A line that is no JSON does not touch the others. */
public final class JsonLinesFormat implements InputFormat {

    private final JsonRecords records;
    private final boolean mapped;

    /** Reads the vocabularies that are known. */
    public JsonLinesFormat() {
        this(Optional.empty());
    }

    /** Reads everything by a mapping of one's own, if there is one. */
    public JsonLinesFormat(Optional<CustomMapping> mapping) {
        records = new JsonRecords(mapping);
        mapped = mapping.isPresent();
    }

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public String description() {
        return "JSON Lines, in the vocabularies of json";
    }

    @Override
    public String identity() {
        return "id, address or hash of each line";
    }

    @Override
    public boolean claims(InputSample sample) {
        return JsonSample.isJsonLines(sample);
    }

    @Override
    public InputFormat withMapping(String mapping) {
        return mapped ? this : new JsonLinesFormat(Optional.of(CustomMapping.parse(mapping)));
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return new JsonLinesReader(AsciiInput.open(content), records, maxArticleBytes);
    }
}
