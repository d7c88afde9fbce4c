package dev.tidings.producer.format.shared;

import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.text.vocabulary.StatedArticle;
import dev.tidings.text.vocabulary.StatedArticle.Field;
import org.jspecify.annotations.Nullable;

/** Takes what an item states into the event. */
public final class StatedMetadata {

    /** Attribute with name and version of the mapping by which an item was read. */
    public static final String MAPPING = "mapping";

    private StatedMetadata() {}

    /**
     * Returns what is stated.
     *
     * @param language language of the whole input, for an item that states none; empty when it states none either
     */
    public static SuppliedMetadata metadataOf(StatedArticle stated, String language) {
        return metadataOf(stated, language, stated.value(Field.CHARSET).orElse(""));
    }

    /** As {@link #metadataOf(StatedArticle, String)}, in a charset that the whole input names; empty for none. */
    public static SuppliedMetadata metadataOf(StatedArticle stated, String language, String charset) {
        SuppliedMetadata.Builder metadata = SuppliedMetadata.builder()
                .title(value(stated, Field.TITLE))
                .url(value(stated, Field.URL))
                .canonicalUrl(value(stated, Field.CANONICAL_URL))
                .language(stated.value(Field.LANGUAGE).orElse(language))
                .charset(charset)
                .published(value(stated, Field.PUBLISHED))
                .modified(value(stated, Field.MODIFIED))
                .byline(value(stated, Field.BYLINE));
        stated.authors().forEach(metadata::author);
        stated.credits().forEach(credit -> metadata.credit(credit.name(), credit.role()));
        stated.attributes().forEach(metadata::attribute);
        return metadata.attribute(MAPPING, stated.mapping()).build();
    }

    private static @Nullable String value(StatedArticle stated, Field field) {
        return stated.value(field).orElse(null);
    }
}
