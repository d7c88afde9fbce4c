package dev.tidings.producer.format.json;

import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.shared.AsciiInput;
import dev.tidings.producer.source.InputContent;
import dev.tidings.text.vocabulary.CustomMapping;
import java.io.IOException;
import java.util.Optional;

/** A JSON document: one article, a list of articles, or an object with such a list in it. */
public final class JsonFormat implements InputFormat {

    private final JsonRecords records;
    private final boolean mapped;

    /** Reads the vocabularies that are known. */
    public JsonFormat() {
        this(Optional.empty());
    }

    /** Reads everything by a mapping of one's own, if there is one. */
    public JsonFormat(Optional<CustomMapping> mapping) {
        records = new JsonRecords(mapping);
        mapped = mapping.isPresent();
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String description() {
        return "JSON: ninjs 1 to 3, schema.org, JSON Feed, newspaper, news-please, trafilatura, other keys";
    }

    @Override
    public String identity() {
        return "id, address or hash of each object";
    }

    @Override
    public boolean claims(InputSample sample) {
        return JsonSample.isJson(sample);
    }

    @Override
    public InputFormat withMapping(String mapping) {
        return mapped ? this : new JsonFormat(Optional.of(CustomMapping.parse(mapping)));
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public RecordReader read(InputContent content, long maxArticleBytes) throws IOException {
        return JsonDocumentReader.open(AsciiInput.open(content), records, maxArticleBytes, 0);
    }
}
