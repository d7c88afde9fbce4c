package dev.tidings.text.vocabulary.mail;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.stream.BodyDescriptor;

/** Says of a part of a mail what it is. */
final class MailPart {

    private MailPart() {}

    /** Returns its text; empty when it is none to read. */
    static Optional<MailText> textOf(BodyDescriptor descriptor, MailHeader header, byte[] content) {
        String type = String.valueOf(descriptor.getMimeType()).toLowerCase(Locale.ROOT);
        boolean html = type.equals("text/html") || type.equals("application/xhtml+xml");
        if (!html && !type.equals("text/plain")) {
            return Optional.empty();
        }
        boolean flowed = !html && isStated(header, "format", "flowed");
        byte[] text = flowed ? FlowedText.unwrap(content, isStated(header, "delsp", "yes")) : content;
        return Optional.of(new MailText(ByteBuffer.wrap(text), html, header.parameter("content-type", "charset")));
    }

    private static boolean isStated(MailHeader header, String parameter, String value) {
        return header.parameter("content-type", parameter)
                .filter(value::equalsIgnoreCase)
                .isPresent();
    }

    /** Returns whether it is sent along, and not shown. */
    static boolean isAttached(MailHeader header) {
        return header.raw("content-disposition")
                .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("attachment"))
                .isPresent();
    }
}
