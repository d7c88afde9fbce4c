package dev.tidings.streams.dedup.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {

    private static final String CANONICAL = "https://news.example/2021/sochi-talks";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/2021/sochi-talks",
                "http://news.example/2021/sochi-talks",
                "HTTPS://WWW.News.Example:443/2021/sochi-talks/",
                "https://news.example/2021/sochi-talks?utm_source=x&utm_medium=y&fbclid=z",
                "https://news.example/2021/sochi-talks#comments",
                "https://news.example/2021/sochi-talks/amp/",
                "https://amp.news.example/2021/sochi-talks",
                "https://news.example/2021/sochi-talks?amp=1&outputType=amp",
                "  https://news.example/2021/./x/../sochi-talks  ",
                "https://news.example/2021/sochi%2Dtalks",
            })
    void allLinksToAnArticleAreOneAddress(String link) {
        assertThat(CanonicalUrl.of(link)).contains(new CanonicalUrl(CANONICAL));
    }

    @Test
    void anotherArticleIsAnotherAddress() {
        assertThat(CanonicalUrl.of("https://news.example/?id=2"))
                .isNotEqualTo(CanonicalUrl.of("https://news.example/?id=3"));
        assertThat(CanonicalUrl.of("https://news.example/a?b=1&a=2"))
                .isEqualTo(CanonicalUrl.of("https://news.example/a?a=2&b=1"));
        assertThat(CanonicalUrl.of("https://news.example:8443/a"))
                .contains(new CanonicalUrl("https://news.example:8443/a"));
    }

    @Test
    void kurdishAddressesAreOneEncodedOrNot() {
        assertThat(CanonicalUrl.of("https://hewal.example/هەواڵ/١"))
                .isPresent()
                .isEqualTo(CanonicalUrl.of("https://hewal.example/%d9%87%db%95%d9%88%d8%a7%da%b5/%d9%a1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "news.example",
                "ftp://news.example/a",
                "http://",
                "https:///a",
                "not a url",
                "http://[::1"
            })
    void whatIsNoWebAddressHasNone(String text) {
        assertThat(CanonicalUrl.of(text)).isEmpty();
    }
}
