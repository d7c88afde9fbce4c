package dev.tidings.producer.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.producer.format.shared.StatedMetadata;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.text.vocabulary.CustomMapping;
import dev.tidings.text.vocabulary.JsonVocabulary;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Makes records of the bytes of single JSON values: strict in what is JSON, open in what it is called. */
final class JsonRecords {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonVocabulary vocabulary;
    private final SuppliedMetadata mapping;

    JsonRecords(Optional<CustomMapping> custom) {
        this.vocabulary = custom.map(JsonVocabulary::of).orElseGet(JsonVocabulary::standard);
        this.mapping = SuppliedMetadata.builder()
                .attribute(
                        CustomMapping.ATTRIBUTE,
                        custom.map(CustomMapping::definition).orElse(null))
                .build();
    }

    /**
     * Returns the record of a value.
     *
     * @param bytes the value as it stood
     * @param recordOffset where it stands, in bytes
     * @param place where it stands, for people
     * @param language language of the whole input; empty when it states none
     */
    InputRecord recordOf(ByteBuffer bytes, long recordOffset, String place, String language) {
        JsonNode node;
        try {
            node = parse(bytes);
        } catch (CharacterCodingException e) {
            return rejected(bytes, recordOffset, "undecodable", place + " is not in UTF-8; convert the file");
        } catch (JsonProcessingException e) {
            return rejected(bytes, recordOffset, JsonErrors.reasonOf(e), place + ": " + JsonErrors.messageOf(e));
        }
        return recordOf(node, bytes, recordOffset, place, language);
    }

    /** Returns the record of a value that is parsed already. */
    InputRecord recordOf(JsonNode node, ByteBuffer bytes, long recordOffset, String place, String language) {
        if (!node.isObject()) {
            return notAnArticle(Optional.empty(), bytes, recordOffset, place + " is no object");
        }
        StatedArticle stated = vocabulary.read(node);
        Optional<String> id = stated.value(Field.ID);
        if (!stated.isArticle()) {
            return notAnArticle(id, bytes, recordOffset, place + " has neither title nor text");
        }
        boolean ninjs = stated.mapping().startsWith("ninjs/");
        return new SuppliedArticle(
                bytes,
                ninjs ? SourceFormat.NINJS : SourceFormat.JSON,
                ninjs ? "application/ninjs+json" : "application/json",
                recordOffset,
                id,
                StatedMetadata.metadataOf(stated, language).completedBy(mapping));
    }

    /**
     * Parses one value.
     *
     * @throws CharacterCodingException when the bytes are not UTF-8
     * @throws JsonProcessingException when they are not one JSON value
     */
    static JsonNode parse(ByteBuffer bytes) throws CharacterCodingException, JsonProcessingException {
        try (JsonParser parser =
                MAPPER.createParser(UTF_8.newDecoder().decode(bytes.duplicate()).toString())) {
            JsonNode node = MAPPER.readTree(parser);
            requireEnd(parser);
            return node == null ? MissingNode.getInstance() : node;
        } catch (CharacterCodingException | JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be read", e);
        }
    }

    private static void requireEnd(JsonParser parser) throws IOException {
        boolean more;
        try {
            more = parser.nextToken() != null;
        } catch (JsonProcessingException e) {
            more = true;
        }
        if (more) {
            throw new TrailingDataException(parser);
        }
    }

    /** There is more behind the value. */
    static final class TrailingDataException extends JsonParseException {

        private static final long serialVersionUID = 1L;

        private TrailingDataException(JsonParser parser) {
            super(parser, "there is more behind the value");
        }
    }

    static RejectedRecord rejected(ByteBuffer bytes, long recordOffset, String reason, String message) {
        return new RejectedRecord(
                recordOffset, Optional.empty(), Optional.empty(), bytes, bytes.remaining(), reason, message);
    }

    private static SkippedRecord notAnArticle(
            Optional<String> id, ByteBuffer bytes, long recordOffset, String message) {
        return new SkippedRecord(recordOffset, id, Optional.empty(), bytes, SkippedRecord.NOT_AN_ARTICLE, message);
    }
}
