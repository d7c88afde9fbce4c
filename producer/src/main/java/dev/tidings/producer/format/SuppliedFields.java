package dev.tidings.producer.format;

import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SuppliedInfoSource;

/**
 * Writes what an input supplies into the event: all of it, and nothing else.
 *
 * <p>Not part of the API: public for the packages that publish.
 */
public final class SuppliedFields {

    private SuppliedFields() {}

    /** Sets payload, format, position and everything that is stated; identity, hash and origin are the caller's. */
    public static void write(SuppliedArticle supplied, RawArticle article) {
        article.setPayload(supplied.payload());
        article.setSourceFormat(supplied.format());
        article.setMediaType(supplied.mediaType());
        article.setRecordOffset(supplied.recordOffset());
        write(supplied.metadata(), article);
    }

    private static void write(SuppliedMetadata stated, RawArticle article) {
        article.setTitle(stated.title().orElse(null));
        article.setUrl(stated.url().orElse(null));
        article.setCanonicalUrl(stated.canonicalUrl().orElse(null));
        article.setLanguage(stated.language().orElse(null));
        article.setDeclaredCharset(stated.charset().orElse(null));
        article.setPublishedRaw(stated.published().orElse(null));
        article.setModifiedRaw(stated.modified().orElse(null));
        article.setContentCreated(stated.created().orElse(null));
        article.setBy(stated.byline().orElse(null));
        article.setAuthors(stated.authors());
        article.setInfoSources(
                stated.credits().stream().map(SuppliedFields::credit).toList());
        article.setAttributes(stated.attributes());
    }

    private static SuppliedInfoSource credit(SuppliedCredit credit) {
        return new SuppliedInfoSource(credit.name(), credit.role());
    }
}
