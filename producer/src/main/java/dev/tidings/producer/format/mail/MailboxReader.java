package dev.tidings.producer.format.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.producer.format.InputRecord;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.shared.AsciiInput;
import dev.tidings.producer.format.shared.LineInput;
import dev.tidings.producer.format.shared.LineInput.Line;
import dev.tidings.producer.source.InputContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a mailbox (mbox, RFC 4155) mail by mail. What the mailbox adds is undone: the line before each mail, the blank
 * one behind it, and the {@code >} before lines that begin with {@code From}.
 */
final class MailboxReader implements RecordReader {

    private static final int MAX_SEPARATOR_BYTES = 500;
    private static final Pattern QUOTED = Pattern.compile("^>+From ");

    private final LineInput lines;
    private final long maxBytes;
    private final ByteArrayOutputStream mail = new ByteArrayOutputStream();
    private Optional<Line> line;
    private long size;

    MailboxReader(InputContent content, long maxBytes) throws IOException {
        this.lines = new LineInput(AsciiInput.open(content), maxBytes);
        this.maxBytes = maxBytes;
        this.line = lines.next();
    }

    @Override
    public Optional<InputRecord> next() throws IOException {
        while (line.isPresent() && !isSeparator(line.get())) {
            line = lines.next();
        }
        if (line.isEmpty()) {
            return Optional.empty();
        }
        long offset = line.get().offset();
        readMail();
        return Optional.of(
                size > maxBytes
                        ? MailRecords.tooLarge(ByteBuffer.wrap(mail.toByteArray()), size, offset, maxBytes)
                        : MailRecords.recordOf(withoutLastLine(), offset));
    }

    private void readMail() throws IOException {
        mail.reset();
        size = 0;
        line = lines.next();
        while (line.isPresent() && !isSeparator(line.get())) {
            append(line.get());
            line = lines.next();
        }
    }

    private void append(Line part) {
        size += part.size() + 1;
        if (size <= maxBytes) {
            byte[] bytes = part.bytes().array();
            int start = bytes.length > 0 && bytes[0] == '>' && isQuoted(bytes) ? 1 : 0;
            mail.write(bytes, start, bytes.length - start);
            mail.write('\n');
        }
    }

    private static boolean isQuoted(byte[] line) {
        return QUOTED.matcher(new String(line, 0, Math.min(line.length, MAX_SEPARATOR_BYTES), ISO_8859_1))
                .find();
    }

    private static boolean isSeparator(Line line) {
        byte[] bytes = line.bytes().array();
        return bytes.length > 5
                && bytes.length <= MAX_SEPARATOR_BYTES
                && bytes[0] == 'F'
                && MailSample.SEPARATOR
                        .matcher(new String(bytes, ISO_8859_1).stripTrailing())
                        .matches();
    }

    /** A blank line stands before the next mail. */
    private ByteBuffer withoutLastLine() {
        byte[] bytes = mail.toByteArray();
        int end = bytes.length;
        end -= endsWith(bytes, end, "\r\n\r\n") ? 2 : endsWith(bytes, end, "\n\n") ? 1 : 0;
        return ByteBuffer.wrap(Arrays.copyOf(bytes, end));
    }

    private static boolean endsWith(byte[] bytes, int end, String suffix) {
        int start = end - suffix.length();
        for (int i = 0; start >= 0 && i < suffix.length(); i++) {
            if (bytes[start + i] != suffix.charAt(i)) {
                return false;
            }
        }
        return start >= 0;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
