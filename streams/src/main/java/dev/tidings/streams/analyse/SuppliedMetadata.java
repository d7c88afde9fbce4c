package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.extract.DocumentMetadata;
import dev.tidings.streams.extract.WrittenDate;
import dev.tidings.text.vocabulary.LanguageTags;
import java.util.List;
import java.util.Optional;

/**
 * What a source said about an article beside its bytes: claims, none of them a verdict.
 *
 * @param title title
 * @param url address
 * @param canonicalUrl canonical address
 * @param language language, a tag or a name
 * @param published date of publication as the source wrote it
 * @param byline names of the authors as one text, or the byline
 * @param credits credits and agencies
 */
public record SuppliedMetadata(
        Optional<String> title,
        Optional<String> url,
        Optional<String> canonicalUrl,
        Optional<String> language,
        Optional<String> published,
        Optional<String> byline,
        List<Credit> credits) {

    /** A source that said nothing, e.g. a folder of text files. */
    public static final SuppliedMetadata NOTHING =
            new SuppliedMetadata(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Makes one of a source that states neither language nor date nor authors. */
    public SuppliedMetadata(
            Optional<String> title, Optional<String> url, Optional<String> canonicalUrl, List<Credit> credits) {
        this(title, url, canonicalUrl, Optional.empty(), Optional.empty(), Optional.empty(), credits);
    }

    /** Freezes the credits. */
    public SuppliedMetadata {
        credits = List.copyOf(credits);
    }

    /**
     * Returns what a document says about itself, and what it does not say as its source states it, where that can be
     * understood.
     */
    DocumentMetadata complete(DocumentMetadata stated) {
        return new DocumentMetadata(
                stated.byline().or(() -> byline),
                stated.located(),
                stated.published().or(() -> published.flatMap(WrittenDate::of)),
                stated.sources(),
                stated.canonicalUrl(),
                stated.language().or(() -> language.flatMap(LanguageTags::tagOf)));
    }
}
