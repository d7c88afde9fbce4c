package dev.tidings.producer.format.press;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.shared.LineInput;
import dev.tidings.producer.format.shared.LineInput.Line;
import dev.tidings.producer.format.shared.StatedMetadata;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.text.vocabulary.MemberText;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.press.PressExport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads an export article by article; what stands around them is passed over and told. For one thread. */
final class PressExportReader implements RecordReader {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int MAX_MARK_BYTES = 200;

    private final PressExport kind;
    private final LineInput lines;
    private final long maxBytes;
    private final ByteArrayOutputStream article = new ByteArrayOutputStream();
    private long size;
    private long offset = -1;
    private long next;
    private boolean anyEnded;

    PressExportReader(PressExport kind, InputStream in, long maxBytes) {
        this.kind = kind;
        this.lines = new LineInput(in, maxBytes);
        this.maxBytes = maxBytes;
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        while (true) {
            boolean more = readArticle();
            if (isBlank()) {
                if (!more) {
                    return Optional.empty();
                }
            } else {
                return Optional.of(recordOf(more));
            }
        }
    }

    /** Returns whether there is more behind it. */
    private boolean readArticle() throws IOException {
        article.reset();
        size = 0;
        offset = next;
        Optional<Line> line = lines.next();
        while (line.isPresent()) {
            next = line.get().offset() + line.get().size() + 1;
            String mark = markIn(line.get());
            if (kind.isBegin(mark)) {
                return true;
            }
            append(line.get());
            if (kind.isEnd(mark)) {
                return true;
            }
            line = lines.next();
        }
        return false;
    }

    private static String markIn(Line line) {
        byte[] bytes = line.bytes().array();
        return bytes.length > MAX_MARK_BYTES ? "" : new String(bytes, ISO_8859_1).stripTrailing();
    }

    private void append(Line line) {
        size += line.size() + 1;
        if (size <= maxBytes) {
            article.writeBytes(line.bytes().array());
            article.write('\n');
        }
    }

    private boolean isBlank() {
        return size <= maxBytes && article.toString(ISO_8859_1).isBlank();
    }

    private InputRecord recordOf(boolean ended) throws FormatException {
        ByteBuffer payload = ByteBuffer.wrap(article.toByteArray());
        if (size > maxBytes) {
            return rejected(payload, RejectedRecord.TOO_LARGE, "the article has " + size + " bytes");
        }
        String text = MemberText.decode(payload, Optional.empty());
        if (!kind.isArticle(text)) {
            return new SkippedRecord(
                    offset,
                    Optional.empty(),
                    Optional.empty(),
                    payload,
                    SkippedRecord.NOT_AN_ARTICLE,
                    "it is a cover, a list or a notice of the archive");
        }
        if (!ended && anyEnded && kind.statesEnd()) {
            throw new FormatException("truncated", "the last article does not end; whole ones are published");
        }
        anyEnded = true;
        StatedArticle stated = kind.read(text);
        return new SuppliedArticle(
                payload,
                SourceFormat.UNKNOWN,
                kind.mediaType(),
                offset,
                stated.value(Field.ID),
                StatedMetadata.metadataOf(stated, ""));
    }

    private RejectedRecord rejected(ByteBuffer begin, String reason, String message) {
        ByteBuffer head = begin.slice(0, Math.min(HEAD_BYTES, begin.remaining()));
        return new RejectedRecord(offset, Optional.empty(), Optional.empty(), head, size, reason, message);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
