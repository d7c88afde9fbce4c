package dev.tidings.text.vocabulary.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail: what its header states, and the part that is its text. Nothing that it names is fetched, and nothing in it is
 * run. Of several texts the fullest counts, HTML before plain text where both say as much: a text that only says that
 * the mail is to be read in a browser never hides the other.
 *
 * @param stated what the header states; without texts
 * @param text the text; empty when there is none to read
 * @param cut whether the end of its last part is missing
 * @param noArticle why it is no article by rule; empty when it is one
 */
public record MailMessage(StatedArticle stated, Optional<MailText> text, boolean cut, Optional<String> noArticle) {

    /** Media type (IANA) of a mail. */
    public static final String MEDIA_TYPE = "message/rfc822";

    /** Name and version of the mapping. */
    public static final String MAPPING = "mail/1";

    /** A text that is nearly as long as the longest is the whole one. */
    private static final double WHOLE_TEXT_SHARE = 0.8;

    private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>]{1,4000}");
    private static final int DELETED = 8;

    /** One of these at least stands in every mail. */
    private static final List<String> OWN_FIELDS =
            List.of("from", "subject", "date", "message-id", "received", "content-type", "mime-version");

    /**
     * Reads a mail.
     *
     * @param bytes the mail as it stood, header and body
     * @throws MailException when it is none, or cannot be taken apart
     */
    public static MailMessage read(ByteBuffer bytes) throws MailException {
        MailReading reading = MailReading.of(bytes);
        if (OWN_FIELDS.stream().noneMatch(reading.header()::has)) {
            throw new MailException("not_a_mail", "it has no header of a mail");
        }
        Optional<MailText> text = wholeText(reading.texts());
        Optional<String> noArticle = noArticle(reading, text);
        boolean cut = reading.boundary()
                .filter(boundary -> !textOf(bytes).contains("--" + boundary + "--"))
                .isPresent();
        return new MailMessage(statedIn(reading.header(), text.flatMap(MailText::charset)), text, cut, noArticle);
    }

    private static String textOf(ByteBuffer bytes) {
        return ISO_8859_1.decode(bytes.duplicate()).toString();
    }

    private static Optional<MailText> wholeText(List<MailText> texts) {
        List<Integer> lengths = texts.stream().map(MailText::visibleLength).toList();
        int longest = lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int i = 0; longest > 0 && i < lengths.size(); i++) {
            if (lengths.get(i) >= WHOLE_TEXT_SHARE * longest) {
                return Optional.of(texts.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> noArticle(MailReading reading, Optional<MailText> text) {
        MailHeader header = reading.header();
        String type = reading.type().toLowerCase(Locale.ROOT);
        if (type.equals("multipart/report") || isStated(header, "auto-submitted", "auto-replied")) {
            return Optional.of("it is a report or answer of a machine");
        }
        if (isDeleted(header) || isStated(header, "from", "mail system internal data")) {
            return Optional.of("the mailbox marks it as deleted or as its own");
        }
        return text.isPresent() ? Optional.empty() : Optional.of("there is no text in it that can be read");
    }

    /** Deleted mails stay in the file until it is compacted. */
    private static boolean isDeleted(MailHeader header) {
        return header.raw("x-mozilla-status")
                .filter(status -> status.matches("[0-9a-fA-F]{4}") && (Integer.parseInt(status, 16) & DELETED) != 0)
                .isPresent();
    }

    private static boolean isStated(MailHeader header, String field, String value) {
        return header.raw(field)
                .filter(stated -> stated.toLowerCase(Locale.ROOT).startsWith(value))
                .isPresent();
    }

    private static StatedArticle statedIn(MailHeader header, Optional<String> charset) {
        StatedArticle.Builder article = StatedArticle.builder(MAPPING);
        header.raw("message-id").map(MailMessage::withoutBrackets).ifPresent(id -> article.field(Field.ID, id));
        header.text("subject", charset).ifPresent(title -> article.field(Field.TITLE, title));
        header.raw("date").ifPresent(date -> article.field(Field.PUBLISHED, date));
        header.raw("content-language")
                .map(tags -> tags.replaceFirst("[,;].*", ""))
                .ifPresent(tag -> article.field(Field.LANGUAGE, tag));
        addressIn(header).ifPresent(url -> article.field(Field.URL, url));
        header.raw("from")
                .map(from -> AddressNames.of(MailHeader.decoded(from, charset)))
                .ifPresent(names -> names.forEach(article::author));
        header.text("organization", charset).ifPresent(name -> article.credit(name, "publisher"));
        header.text("keywords", charset).ifPresent(words -> article.attribute("keywords", words));
        header.text("list-id", charset).ifPresent(list -> article.attribute("list", list));
        return article.build();
    }

    private static String withoutBrackets(String id) {
        Matcher inner = Pattern.compile("<([^<>]+)>").matcher(id);
        return inner.find() ? inner.group(1).strip() : id;
    }

    /** Where it can be read on the web, and where a saved page was. */
    private static Optional<String> addressIn(MailHeader header) {
        return Stream.of("archived-at", "snapshot-content-location", "content-location", "x-url")
                .flatMap(name -> header.raw(name).stream())
                .map(WEB_ADDRESS::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
