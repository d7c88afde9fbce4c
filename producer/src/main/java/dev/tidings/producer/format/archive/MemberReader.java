package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.FormatException;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.InputSample;
import dev.tidings.producer.format.RecordIdentity;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.source.InputContent;
import dev.tidings.producer.source.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads a file that is in another: in the format that its content tells, with the path of the member in each identity. */
final class MemberReader implements RecordReader {

    private static final int HEAD_BYTES = 64 * 1024;

    private final RecordReader records;
    private final String path;
    private final boolean container;
    private final String name;
    private long next;

    private MemberReader(RecordReader records, String path, boolean container, String name) {
        this.records = records;
        this.path = path;
        this.container = container;
        this.name = name;
    }

    /**
     * Begins to read.
     *
     * @param path what stands before the identities in the member; empty for none
     * @throws FormatException when it is what may not be in another, or nothing that is read
     */
    static RecordReader open(InputContent member, InputFormats formats, long maxArticleBytes, String path)
            throws IOException {
        InputSample sample = InputSample.of(member);
        Optional<InputFormat> format =
                formats.formats().stream().filter(each -> each.claims(sample)).findFirst();
        if (format.isEmpty()) {
            boolean nested = Compression.of(sample.head()).isPresent()
                    || ArchiveKind.of(sample).isPresent();
            return nested
                    ? refused(sample.head(), path, member.name())
                    : passedOver(sample.head(), path, member.name());
        }
        boolean container = format.get().isContainer();
        return new MemberReader(
                container
                        ? format.get().read(member, maxArticleBytes)
                        : wholeArticle(format.get(), member, maxArticleBytes),
                path,
                container,
                member.name());
    }

    /** A member that is one article is read whole, up to the limit. */
    private static RecordReader wholeArticle(InputFormat format, InputContent member, long maxArticleBytes)
            throws IOException {
        byte[] bytes;
        try (InputStream in = member.open()) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxArticleBytes + 1));
        }
        if (bytes.length > maxArticleBytes) {
            return single(new RejectedRecord(
                    0,
                    Optional.of(member.name()),
                    Optional.empty(),
                    ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, HEAD_BYTES))
                            .slice(),
                    Math.max(member.size() == Long.MAX_VALUE ? 0 : member.size(), bytes.length),
                    RejectedRecord.TOO_LARGE,
                    "the member has more bytes than max.article.bytes = " + maxArticleBytes));
        }
        return format.read(InputContent.of(member.name(), ByteBuffer.wrap(bytes)), maxArticleBytes);
    }

    private static RecordReader refused(ByteBuffer head, String path, String name) {
        return single(new RejectedRecord(
                0,
                Optional.of(path.isEmpty() ? name : path),
                Optional.empty(),
                head,
                head.remaining(),
                "nested",
                "it is packed in what is packed already; unpack it once"));
    }

    private static RecordReader passedOver(ByteBuffer head, String path, String name) {
        return single(new SkippedRecord(
                0,
                Optional.of(path.isEmpty() ? name : path),
                Optional.empty(),
                head,
                "unsupported_format",
                "the format of the member is not supported"));
    }

    private static RecordReader single(InputRecord record) {
        return RecordReader.of(record);
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        return records.next().map(this::withPath);
    }

    private InputRecord withPath(InputRecord record) {
        long offset = container && path.isEmpty() ? record.recordOffset() : next++;
        return PlacedRecord.of(record, offset, idOf(record));
    }

    private Optional<String> idOf(InputRecord record) {
        if (!container) {
            return Optional.of(path.isEmpty() ? name : path);
        }
        return path.isEmpty()
                ? record.id()
                : Optional.of(path + "!" + RecordIdentity.of(record, sha256(record.payload())));
    }

    private static String sha256(ByteBuffer payload) {
        byte[] bytes = new byte[payload.remaining()];
        payload.duplicate().get(bytes);
        return Sha256.hexOf(bytes);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
