package dev.tidings.text.vocabulary.mail;

import dev.tidings.text.vocabulary.MemberText;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/**
 * A part of a mail that is a text.
 *
 * @param content its bytes, transfer encoding undone
 * @param html whether it is HTML; plain text otherwise
 * @param charset charset that the part declares; empty when it declares none
 */
public record MailText(ByteBuffer content, boolean html, Optional<String> charset) {

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S{0,4000}");

    /** Returns a view of the bytes of its own position. */
    @Override
    public ByteBuffer content() {
        return content.duplicate();
    }

    /** Returns the media type (IANA). */
    public String mediaType() {
        return html ? "text/html" : "text/plain";
    }

    /** Returns about how many characters there are to read: neither markup nor addresses of trackers. */
    int visibleLength() {
        String text = MemberText.decode(content, charset);
        String words = html ? Jsoup.parse(text).text() : text;
        return ADDRESS.matcher(words).replaceAll("").strip().length();
    }
}
