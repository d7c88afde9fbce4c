package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.Credit;
import java.util.List;
import java.util.Optional;

/**
 * What a source said about an article beside its bytes: claims, none of them a verdict.
 *
 * @param title title
 * @param url address
 * @param canonicalUrl canonical address
 * @param credits credits and agencies
 */
public record SuppliedMetadata(
        Optional<String> title, Optional<String> url, Optional<String> canonicalUrl, List<Credit> credits) {

    /** A source that said nothing, e.g. a folder of text files. */
    public static final SuppliedMetadata NOTHING =
            new SuppliedMetadata(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /** Freezes the credits. */
    public SuppliedMetadata {
        credits = List.copyOf(credits);
    }
}
