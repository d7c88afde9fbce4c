package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.prepare.FormatTrial.Ended;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedFormatTest {

    private static final String ITEM = "<item><guid>1</guid><title>One</title><description>Words.</description></item>";

    @TempDir
    private Path folder;

    private FormatTrial trial;

    @BeforeEach
    void openTrial() {
        trial = new FormatTrial(folder);
    }

    @AfterEach
    void closeTrial() {
        trial.close();
    }

    @Test
    void anItemStandsAloneWithItsNamespacesAndWhatItStates() {
        String item = "<item>\n <title>Title</title> <link>https://a.example/1</link>"
                + "<guid isPermaLink=\"false\">g 1</guid><pubDate>Mon, 06 Sep 2021 16:45:00 GMT</pubDate>"
                + "<dc:creator>Ann</dc:creator><dc:creator>Bo</dc:creator><category>World</category>"
                + "<content:encoded><![CDATA[<p>Words ]]]]><![CDATA[> more.</p>]]></content:encoded></item>";
        RawArticle raw = only(publish("<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                + " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:unused='u'><channel><title>F</title>"
                + "<language>ckb</language>" + item + "</channel></rss>"));

        assertThat(UTF_8.decode(raw.getPayload()).toString())
                .isEqualTo(item.replace(
                        "<item>",
                        "<item xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                                + " xmlns:dc='http://purl.org/dc/elements/1.1/'>"));
        assertThat(raw.getUri()).isEqualTo("news/feed.xml#g%201");
        assertThat(raw.getSourceFormat()).isEqualTo(SourceFormat.RSS);
        assertThat(raw.getTitle()).contains("Title");
        assertThat(raw.getUrl()).contains("https://a.example/1");
        assertThat(raw.getLanguage()).contains("ckb");
        assertThat(raw.getPublishedRaw()).contains("Mon, 06 Sep 2021 16:45:00 GMT");
        assertThat(raw.getAuthors()).containsExactly("Ann", "Bo");
        assertThat(raw.getAttributes()).containsEntry("mapping", "rss/1").containsEntry("categories", "World");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n \ufeff<?xml version='1.0'?><rss><channel>ITEM</channel></rss>",
                "<!-- made by hand --><rss><channel>ITEM</channel></rss>",
                "<br />\n<b>Warning</b>: mysql in <b>/x.php</b><rss><channel>ITEM</channel></rss>",
                "<?xml version='1.0'?><!DOCTYPE rss PUBLIC '-//Netscape//DTD RSS 0.91//EN' 'http://my.netscape.com/rss.dtd'>"
                        + "<rss version='0.91'><channel>ITEM</channel></rss>",
                "<?xml-stylesheet href='http://x.example/a.xsl'?><rss><channel><title>A & B &nbsp; C</title>ITEM</channel></rss>",
                "<rss><channel><item></item>ITEM</channel></rss>",
                "<rss><channel><description>a < b <![CDATA[<item>]]></description>ITEM</channel></rss>"
            })
    void whatIsNoXmlIsAFeedAllTheSame(String feed) {
        assertThat(publish(feed.replace("ITEM", ITEM)).stream()
                        .filter(Ended::published)
                        .map(Ended::uri))
                .containsExactly("news/feed.xml#1");
    }

    @Test
    void theDeclaredCharsetIsCarriedAndReadForIdentity() {
        Charset arabic = Charset.forName("windows-1256");
        List<Ended> ended = trial.publish(
                "feed.xml",
                ("<?xml version='1.0' encoding='windows-1256'?><rss><channel>"
                                + ITEM.replace("One", "\u0627\u0644\u062e\u0628\u0631") + "</channel></rss>")
                        .getBytes(arabic));

        assertThat(only(ended).getDeclaredCharset()).contains("windows-1256");
        assertThat(only(ended).getTitle()).contains("\u0627\u0644\u062e\u0628\u0631");
        assertThat(only(ended).getPayload().remaining()).isLessThan(200);
    }

    @Test
    void utf16IsReadToo() {
        assertThat(trial.publish(
                        "feed.xml",
                        ("<?xml version='1.0' encoding='utf-16'?><rss><channel>" + ITEM + "</channel></rss>")
                                .getBytes(UTF_16)))
                .singleElement()
                .matches(Ended::published);
    }

    @Test
    void entitiesOfADocumentTypeAreRefusedAndNothingIsRead() {
        assertThat(publish("<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>"
                        + "<rss><channel>" + ITEM.replace("Words", "&x;") + "</channel></rss>"))
                .singleElement()
                .satisfies(end -> assertThat(end.reason()).isEqualTo("doctype"));
    }

    @Test
    void aPageInPlaceOfAFeedIsADeadLetter() {
        assertThat(publish("<!DOCTYPE html><html><body><h1>502</h1></body></html>"))
                .singleElement()
                .satisfies(end -> assertThat(end.reason()).isEqualTo("not_a_feed"));
    }

    @Test
    void twoItemsOfOneGuidAreTwoArticles() {
        assertThat(publish("<rss><channel>" + ITEM + ITEM.replace("Words", "Others") + "</channel></rss>"))
                .hasSize(2)
                .allMatch(Ended::published)
                .extracting(Ended::uri)
                .doesNotHaveDuplicates();
    }

    @Test
    void anItemOverTheLimitIsADeadLetterAndItsNeighboursAreArticles() {
        String large = ITEM.replace(">1<", ">2<").replace("Words", "x".repeat(5_000_000));
        assertThat(publish("<rss><channel>" + ITEM + large + ITEM.replace(">1<", ">3<") + "</channel></rss>"))
                .extracting(Ended::reason)
                .containsExactly("", "too_large", "");
    }

    @Test
    void anAddressWithoutNewsIsPassedOver() {
        assertThat(publish(
                        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://a.example/</loc>"
                                + "</url></urlset>"))
                .singleElement()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(InputOutcome.SKIPPED));
    }

    @Test
    void singleBytesThatFitNothingTouchTheirItemAlone() {
        List<Ended> ended = trial.publish(
                "feed.xml",
                ("<rss><channel>" + ITEM.replace("Words", "\u00ff\u00fe") + ITEM.replace(">1<", ">2<")
                                + "</channel></rss>")
                        .getBytes(ISO_8859_1));

        assertThat(ended).hasSize(2).allMatch(Ended::published);
    }

    private List<Ended> publish(String feed) {
        return trial.publish("feed.xml", feed.getBytes(UTF_8));
    }

    private static RawArticle only(List<Ended> ended) {
        assertThat(ended).hasSize(1);
        return ended.get(0).raw().orElseThrow();
    }
}
