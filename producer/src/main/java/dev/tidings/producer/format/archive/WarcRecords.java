package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.schemas.SourceFormat;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;

/** Reads the records of a crawl. The payload is the body of the response, without transfer and content coding. */
final class WarcRecords implements RecordReader {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int OK_STATUS = 200;

    private final WarcReader reader;
    private final long maxBytes;
    private long number;

    private WarcRecords(WarcReader reader, long maxBytes) {
        this.reader = reader;
        this.maxBytes = maxBytes;
    }

    static WarcRecords open(InputStream in, long maxBytes) throws IOException {
        try {
            return new WarcRecords(new WarcReader(in), maxBytes);
        } catch (ParsingException | RuntimeException e) {
            in.close();
            throw notWarc(e);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static FormatException notWarc(Exception e) {
        return new FormatException("not_warc", "there is no WARC record at its beginning: " + e.getMessage());
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        try {
            Optional<WarcRecord> record = reader.next();
            if (record.isEmpty()) {
                return Optional.empty();
            }
            if (record.get().body().size() < 0) {
                throw new FormatException("bad_length", "a record has a length below nothing");
            }
            return Optional.of(recordOf(record.get(), number++));
        } catch (EOFException e) {
            throw new FormatException("truncated", "the crawl ends in a record; those before are published");
        } catch (ParsingException e) {
            throw number == 0 ? notWarc(e) : new FormatException("malformed", "a record is damaged: " + e.getMessage());
        } catch (RuntimeException e) {
            throw new FormatException("malformed", "a record is damaged: " + e.getMessage());
        }
    }

    private InputRecord recordOf(WarcRecord record, long place) throws IOException {
        if (!(record instanceof WarcTargetRecord target)
                || !(record.type().equals("response")
                        || record.type().equals("resource")
                        || record.type().equals("conversion"))) {
            return skipped(place, Optional.of(String.valueOf(record.id())), "a record of kind " + record.type());
        }
        String address = target.target();
        Optional<String> id = Optional.of(address + "@" + record.date());
        if (!(record instanceof WarcResponse response)) {
            return articleOf(place, id, address, record.contentType(), record.body(), SuppliedMetadata.builder());
        }
        if (!response.contentType().type().equals("application")) {
            return skipped(place, id, "no answer of a web server");
        }
        HttpResponse http = response.http();
        if (http.status() != OK_STATUS) {
            return skipped(place, id, "an answer with status " + http.status());
        }
        SuppliedMetadata.Builder metadata = SuppliedMetadata.builder()
                .modified(http.headers().first("Last-Modified").orElse(null))
                .language(http.headers().first("Content-Language").orElse(null))
                .attribute(
                        "contentEncoding",
                        http.headers().first("Content-Encoding").orElse(null))
                .attribute("captured", String.valueOf(record.date()));
        MessageBody body;
        try {
            body = http.bodyDecoded();
        } catch (IOException e) {
            return rejected(place, id, ByteBuffer.allocate(0), 0, "content_encoding", String.valueOf(e.getMessage()));
        }
        return articleOf(place, id, address, http.contentType(), body, metadata);
    }

    private InputRecord articleOf(
            long place,
            Optional<String> id,
            String address,
            MediaType type,
            MessageBody body,
            SuppliedMetadata.Builder metadata)
            throws IOException {
        String base = type.base().toString().toLowerCase(Locale.ROOT);
        boolean page = base.equals("text/html") || base.equals("application/xhtml+xml");
        if (!page && !base.equals("text/plain")) {
            return skipped(place, id, "content of kind " + base);
        }
        byte[] bytes;
        try {
            bytes = body.stream().readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
        } catch (EOFException e) {
            throw e;
        } catch (IOException e) {
            return rejected(place, id, ByteBuffer.allocate(0), 0, "content_encoding", String.valueOf(e.getMessage()));
        }
        if (bytes.length > maxBytes) {
            ByteBuffer head = ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, HEAD_BYTES))
                    .slice();
            return rejected(
                    place,
                    id,
                    head,
                    bytes.length,
                    RejectedRecord.TOO_LARGE,
                    "more than max.article.bytes = " + maxBytes);
        }
        if (bytes.length == 0) {
            return skipped(place, id, "an answer without content");
        }
        return new SuppliedArticle(
                ByteBuffer.wrap(bytes),
                page ? SourceFormat.HTML : SourceFormat.TEXT,
                page ? "text/html" : "text/plain",
                place,
                id,
                metadata.url(address).charset(type.parameters().get("charset")).build());
    }

    private static SkippedRecord skipped(long place, Optional<String> id, String message) {
        return new SkippedRecord(place, id, Optional.empty(), ByteBuffer.allocate(0), "not_article_record", message);
    }

    private static RejectedRecord rejected(
            long place, Optional<String> id, ByteBuffer head, long size, String reason, String message) {
        return new RejectedRecord(place, id, Optional.empty(), head, size, reason, message);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
