package dev.tidings.streams.analyse;

import dev.tidings.streams.dedup.sketch.CanonicalUrl;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The address of an article on the web.
 *
 * @param canonical its canonical address; empty when it has none
 * @param flags {@value #URL_DROPPED}, or none
 */
public record SourceUrl(Optional<String> canonical, List<String> flags) {

    /** Flag: an address that is none of the web, e.g. {@code javascript:}, was left out. */
    public static final String URL_DROPPED = "url_dropped";

    /** Freezes the flags. */
    public SourceUrl {
        flags = List.copyOf(flags);
    }

    /** Returns the host of the canonical address, lower case; empty when the article has none. */
    Optional<String> host() {
        return canonical.map(address -> URI.create(address).getHost());
    }

    /**
     * Returns the address that a source supplied or a document names: the canonical ones go before the other.
     *
     * @param stated canonical address that the document names
     */
    static SourceUrl of(SuppliedMetadata suppliedMetadata, Optional<String> stated) {
        List<Optional<String>> addresses = Stream.of(suppliedMetadata.canonicalUrl(), stated, suppliedMetadata.url())
                .flatMap(Optional::stream)
                .filter(url -> !url.isBlank())
                .map(url -> CanonicalUrl.of(url).map(CanonicalUrl::address))
                .toList();
        return new SourceUrl(
                addresses.stream().flatMap(Optional::stream).findFirst(),
                addresses.contains(Optional.<String>empty()) ? List.of(URL_DROPPED) : List.of());
    }
}
