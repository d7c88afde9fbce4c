package dev.tidings.producer.format.mail;

import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RejectedRecord;
import dev.tidings.producer.format.SkippedRecord;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.shared.StatedMetadata;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.mail.MailException;
import dev.tidings.text.vocabulary.mail.MailMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Makes records of mails. */
final class MailRecords {

    private static final int HEAD_BYTES = 64 * 1024;
    private static final int BUFFER_BYTES = 64 * 1024;

    private MailRecords() {}

    /** Reads an input that is one mail. */
    static InputRecord readOne(InputContent content, long maxBytes) throws IOException {
        try (InputStream in = new BufferedInputStream(content.open(), BUFFER_BYTES)) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
            return bytes.length > maxBytes
                    ? tooLarge(ByteBuffer.wrap(bytes), Math.max(bytes.length, content.size()), 0, maxBytes)
                    : recordOf(ByteBuffer.wrap(bytes), 0);
        }
    }

    /**
     * Returns the record of a mail.
     *
     * @param mail its bytes, in an array of their own
     * @param offset where it stands
     */
    static InputRecord recordOf(ByteBuffer mail, long offset) {
        try {
            return recordOf(MailMessage.read(mail), mail, offset);
        } catch (MailException e) {
            return new RejectedRecord(
                    offset,
                    Optional.empty(),
                    Optional.empty(),
                    mail,
                    mail.remaining(),
                    e.reason(),
                    String.valueOf(e.getMessage()));
        }
    }

    private static InputRecord recordOf(MailMessage read, ByteBuffer mail, long offset) {
        Optional<String> id = read.stated().value(Field.ID);
        return read.noArticle().isPresent()
                ? new SkippedRecord(
                        offset,
                        id,
                        Optional.empty(),
                        mail,
                        SkippedRecord.NOT_AN_ARTICLE,
                        read.noArticle().get())
                : new SuppliedArticle(
                        mail,
                        SourceFormat.UNKNOWN,
                        MailMessage.MEDIA_TYPE,
                        offset,
                        id,
                        StatedMetadata.metadataOf(read.stated(), ""));
    }

    /** The header of a mail that is too large still says which one it is. */
    static RejectedRecord tooLarge(ByteBuffer begin, long size, long offset, long maxBytes) {
        ByteBuffer head = begin.slice(0, Math.min(HEAD_BYTES, begin.remaining()));
        return new RejectedRecord(
                offset,
                idIn(head),
                Optional.empty(),
                head,
                size,
                RejectedRecord.TOO_LARGE,
                "the mail has " + size + " bytes, more than max.article.bytes = " + maxBytes);
    }

    private static Optional<String> idIn(ByteBuffer head) {
        try {
            return MailMessage.read(head).stated().value(Field.ID);
        } catch (MailException e) {
            return Optional.empty();
        }
    }
}
