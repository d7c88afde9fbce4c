package dev.tidings.streams.dedup.sketch;

import com.dynatrace.hash4j.hashing.Hashing;
import crawlercommons.filters.basic.BasicURLNormalizer;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one address that stands for all the ways an article is linked to: https, without {@code www.}, AMP form,
 * trackers, fragment and trailing slash, parameters sorted, RFC 3986 normal form.
 *
 * @param address the address, ASCII
 */
public record CanonicalUrl(String address) {

    private static final Set<String> TRACKERS = Set.of(
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "utm_id",
            "utm_name",
            "utm_reader",
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "msclkid",
            "yclid",
            "twclid",
            "igshid",
            "mc_cid",
            "mc_eid",
            "_ga",
            "ocid",
            "cmpid",
            "ncid",
            "smid",
            "ref_src",
            "amp",
            "outputType");

    private static final Pattern WEB = Pattern.compile("\\s*https?://[^/]", Pattern.CASE_INSENSITIVE);
    private static final Pattern AMP_ENDING = Pattern.compile("(/amp/?|\\.amp)$");
    private static final Pattern INDEX_PAGE = Pattern.compile("/(index|default)\\.(html?|php|aspx?)$");
    /** The page of a running story or of a section, whose text is another one every hour. */
    private static final Pattern CHANGING_PAGE =
            Pattern.compile("/(live|live-updates|liveblog|latest|latest-news|breaking|breaking-news|ticker|home)$");

    /**
     * Returns the canonical form of an address; empty unless it is an absolute http or https address.
     *
     * @param url as supplied, spaces around it allowed
     */
    public static Optional<CanonicalUrl> of(String url) {
        if (!WEB.matcher(url).lookingAt()) {
            return Optional.empty();
        }
        String normal = BasicURLNormalizer.newBuilder()
                .queryParamsToRemove(TRACKERS)
                .build()
                .filter(url.strip());
        if (normal == null) {
            return Optional.empty();
        }
        try {
            return of(URI.create(normal));
        } catch (IllegalArgumentException e) {
            // What the normaliser lets through and is no address is no key either.
            return Optional.empty();
        }
    }

    private static Optional<CanonicalUrl> of(URI uri) {
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            return Optional.empty();
        }
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^(www|amp)\\.(?=.*\\.)", "");
        String port = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443 ? "" : ":" + uri.getPort();
        String query = uri.getRawQuery() == null || uri.getRawQuery().isEmpty() ? "" : "?" + uri.getRawQuery();
        return Optional.of(new CanonicalUrl("https://" + host + port + path(uri.getRawPath()) + query));
    }

    private static String path(String path) {
        String page = AMP_ENDING.matcher(path).replaceFirst("");
        String folder = INDEX_PAGE.matcher(page).replaceFirst("/");
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    /** Returns whether one article stands here for good: home pages and live pages change their text. */
    public boolean identifiesArticle() {
        URI uri = URI.create(address);
        boolean home = uri.getRawPath().isEmpty() && uri.getRawQuery() == null;
        return !home && !CHANGING_PAGE.matcher(uri.getRawPath()).find();
    }

    /** Returns the 64-bit key under which articles of this address find each other: XXH3 of the address. */
    public long key() {
        return Hashing.xxh3_64().hashCharsToLong(address);
    }
}
