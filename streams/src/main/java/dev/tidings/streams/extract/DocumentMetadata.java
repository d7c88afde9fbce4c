package dev.tidings.streams.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a document: what it says about itself beside its text. Nothing in it is guessed.
 *
 * @param byline who wrote it, several names with a comma between
 * @param located place of the dateline, verbatim
 * @param published when it was published
 * @param sources agencies and publishers it names
 * @param canonicalUrl its address, absolute, as written
 * @param language its language (BCP 47) as declared
 */
public record DocumentMetadata(
        Optional<String> byline,
        Optional<String> located,
        Optional<PublicationDate> published,
        List<Source> sources,
        Optional<String> canonicalUrl,
        Optional<String> language) {

    /** The metadata of a document that says nothing about itself. */
    public static final DocumentMetadata NONE = new DocumentMetadata(
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty());

    /** Freezes the sources. */
    public DocumentMetadata {
        sources = List.copyOf(sources);
    }

    /**
     * An agency or publisher that the document credits.
     *
     * @param name name, verbatim
     * @param role agency or publisher
     */
    public record Source(String name, String role) {}

    /** Returns this metadata with the place and agency of a dateline. */
    public DocumentMetadata locatedAt(Dateline dateline) {
        List<Source> all = new ArrayList<>(sources);
        dateline.agency().map(agency -> new Source(agency, "agency")).ifPresent(all::add);
        return new DocumentMetadata(byline, Optional.of(dateline.place()), published, all, canonicalUrl, language);
    }
}
