package dev.tidings.streams.extract;

/** Finds the article in documents of one format. Pure, and safe for use by many threads. */
public interface Extractor {

    /** Returns name and version, for the provenance. */
    String version();

    /**
     * Returns whether this reads documents of a media type.
     *
     * @param mediaType type and subtype in lower case, without parameters
     */
    boolean supportsMediaType(String mediaType);

    /**
     * Returns the article of a document. Any string has one.
     *
     * @throws dev.tidings.streams.RejectedInputException when the document holds no article by rule
     */
    Extraction extractArticle(Document document);
}
