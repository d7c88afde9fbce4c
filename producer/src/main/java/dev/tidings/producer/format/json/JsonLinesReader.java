package dev.tidings.producer.format.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.shared.LineInput;
import dev.tidings.producer.format.shared.LineInput.Line;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Reads a value a line; blank lines are none. */
final class JsonLinesReader implements RecordReader {

    private final LineInput lines;
    private final JsonRecords records;
    private final long maxBytes;
    private long number;

    JsonLinesReader(InputStream in, JsonRecords records, long maxBytes) {
        this.lines = new LineInput(in, maxBytes);
        this.records = records;
        this.maxBytes = maxBytes;
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            number++;
            ByteBuffer value = withoutBlanks(line.get().bytes());
            if (value.hasRemaining()) {
                return Optional.of(recordOf(line.get(), value));
            }
            line = lines.next();
        }
        return Optional.empty();
    }

    private InputRecord recordOf(Line line, ByteBuffer value) {
        String place = "line " + number;
        if (line.size() > maxBytes) {
            return new RejectedRecord(
                    line.offset(),
                    Optional.empty(),
                    Optional.empty(),
                    value,
                    line.size(),
                    RejectedRecord.TOO_LARGE,
                    place + " has " + line.size() + " bytes, more than max.article.bytes = " + maxBytes);
        }
        try {
            JsonNode node = JsonRecords.parse(value);
            return records.recordOf(node, value, line.offset(), place, "");
        } catch (CharacterCodingException e) {
            return JsonRecords.rejected(
                    value, line.offset(), "undecodable", place + " is not in UTF-8; convert the file");
        } catch (JsonProcessingException e) {
            return JsonRecords.rejected(
                    value, line.offset(), JsonErrors.reasonOf(e), place + ": " + JsonErrors.messageOf(e));
        }
    }

    private static ByteBuffer withoutBlanks(ByteBuffer line) {
        int start = line.position();
        int end = line.limit();
        while (start < end && isBlank(line.get(start))) {
            start++;
        }
        while (end > start && isBlank(line.get(end - 1))) {
            end--;
        }
        byte[] value = new byte[end - start];
        line.get(start, value);
        return ByteBuffer.wrap(value);
    }

    private static boolean isBlank(byte unit) {
        return unit == ' ' || unit == '\t' || unit == '\r' || unit == 0x1e;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
