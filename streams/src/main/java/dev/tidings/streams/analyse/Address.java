package dev.tidings.streams.analyse;

import dev.tidings.streams.duplicate.CanonicalUrl;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where an article stands on the web.
 *
 * @param canonical its canonical address; empty when it has none
 * @param flags {@value #URL_DROPPED}, or none
 */
public record Address(Optional<String> canonical, List<String> flags) {

    /** Flag: an address that is none of the web, e.g. {@code javascript:}, was left out. */
    public static final String URL_DROPPED = "url_dropped";

    /** Freezes the flags. */
    public Address {
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
    static Address of(Supplied supplied, Optional<String> stated) {
        List<Optional<String>> addresses = Stream.of(supplied.canonicalUrl(), stated, supplied.url())
                .flatMap(Optional::stream)
                .filter(url -> !url.isBlank())
                .map(url -> CanonicalUrl.of(url).map(CanonicalUrl::address))
                .toList();
        return new Address(
                addresses.stream().flatMap(Optional::stream).findFirst(),
                addresses.contains(Optional.<String>empty()) ? List.of(URL_DROPPED) : List.of());
    }
}
