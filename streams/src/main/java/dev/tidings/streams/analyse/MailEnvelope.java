package dev.tidings.streams.analyse;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.decode.DecodedText;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.extract.html.HtmlFragmentExtractor;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import dev.tidings.text.vocabulary.mail.MailException;
import dev.tidings.text.vocabulary.mail.MailMessage;
import dev.tidings.text.vocabulary.mail.MailText;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An article that came in a mail: its bytes are the part that is the text, and only these have a charset.
 *
 * @param input the article as it was in the mail
 * @param cut whether the end of the mail is missing
 */
record MailEnvelope(ArticleInput input, boolean cut) {

    /** Flag: the end of the mail is missing. */
    static final String TRUNCATED = "truncated";

    /** Returns whether bytes of a media type are a mail. */
    static boolean isMail(String mediaType) {
        return mediaType.startsWith(MailMessage.MEDIA_TYPE);
    }

    /**
     * Opens a mail.
     *
     * @throws RejectedInputException when there is no text in it
     */
    static MailEnvelope open(ArticleInput mail) {
        try {
            MailMessage read = MailMessage.read(mail.payload().bytes());
            MailText text =
                    read.text().orElseThrow(() -> new RejectedInputException("empty", "there is no text in the mail"));
            Payload payload = new Payload(text.content(), text.charset().or(mail.payload()::declaredCharset));
            return new MailEnvelope(
                    new ArticleInput(payload, text.mediaType(), completed(mail.suppliedMetadata(), read.stated())),
                    read.cut());
        } catch (MailException e) {
            throw new RejectedInputException(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    /** What the header states goes before what was read off it when the mail was published. */
    private static SuppliedMetadata completed(SuppliedMetadata supplied, StatedArticle stated) {
        Optional<String> authors = Optional.of(String.join(", ", stated.authors()));
        return new SuppliedMetadata(
                stated.value(Field.TITLE).or(supplied::title).map(HtmlFragmentExtractor::textOf),
                stated.value(Field.URL).or(supplied::url),
                supplied.canonicalUrl(),
                stated.value(Field.LANGUAGE).or(supplied::language),
                stated.value(Field.PUBLISHED).or(supplied::published),
                authors.filter(names -> !names.isEmpty()).or(supplied::byline),
                supplied.credits());
    }

    /** Returns the text with what was unusual about the mail. */
    DecodedText flagged(DecodedText text) {
        return cut
                ? new DecodedText(
                        text.text(),
                        text.charset(),
                        text.origin(),
                        text.confidence(),
                        text.replacedChars(),
                        Stream.concat(text.flags().stream(), Stream.of(TRUNCATED))
                                .toList())
                : text;
    }
}
