package dev.tidings.streams.extract.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.Title;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedItemExtractorTest {

    private static final String BODY = "Ministers met in Ankara on Monday. They agreed on nothing.";

    private final FeedItemExtractor extractor = new FeedItemExtractor();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<item><title>No deal</title><description>BODY</description>DATE</item>",
                "<item><title>No deal</title><description>Short.</description><content:encoded><![CDATA[<p>BODY</p>]]></content:encoded>DATE</item>",
                "<item xmlns:c='http://purl.org/rss/1.0/modules/content/'><title><![CDATA[No deal]]></title><c:encoded>&lt;p&gt;BODY&lt;/p&gt;</c:encoded>DATE</item>",
                "<item><title>No &lt;b&gt;deal&lt;/b&gt;</title><media:title>Photo</media:title><description>&amp;lt;p&amp;gt;BODY&amp;lt;/p&amp;gt;</description>DATE</item>",
                "<item xmlns:media='http://search.yahoo.com/mrss/'><media:content url='u'><media:title>Photo</media:title></media:content><title>No deal</title><description><p>BODY</p></description>DATE</item>",
                "<entry xmlns='http://www.w3.org/2005/Atom'><title type='html'>No &lt;i&gt;deal&lt;/i&gt;</title><content type='html'>&lt;p&gt;BODY&lt;/p&gt;</content><published>2021-09-06T16:45:00Z</published></entry>",
                "<entry xmlns='http://www.w3.org/2005/Atom'><title>No deal</title><summary>Short.</summary><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>BODY</p></div></content><published>2021-09-06T16:45:00Z</published></entry>",
                "<a:entry xmlns:a='http://www.w3.org/2005/Atom' xmlns:h='http://www.w3.org/1999/xhtml'><a:title>No deal</a:title><a:content type='xhtml'><h:div><h:p>BODY</h:p></h:div></a:content><a:published>2021-09-06T16:45:00Z</a:published></a:entry>",
                "<item><title>No deal</title><description>Bare & ampersand</description><content:encoded><![CDATA[<html><head><script>x()</script></head><body><p>BODY</p></body></html>]]></content:encoded>DATE</item>"
            })
    void titleTextAndDateAreFoundHoweverTheyAreWritten(String item) {
        Extraction found =
                extract(item.replace("BODY", BODY).replace("DATE", "<pubDate>Mon, 06 Sep 2021 16:45:00 GMT</pubDate>"));

        assertThat(found.title().map(Title::text)).contains("No deal");
        assertThat(found.body()).isEqualTo(BODY);
        assertThat(found.documentMetadata().published().map(PublicationDate::iso))
                .contains("2021-09-06T16:45:00Z");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 06 Sep 2021 16:45:00 +0300 | 2021-09-06T16:45:00+03:00",
                "Fri, 06 Sep 2021 16:45 EST | 2021-09-06T16:45-05:00",
                "6 September 2021 | 2021-09-06",
                "06 Sep 21 16:45:00 GMT | 2021-09-06T16:45:00Z",
                "Mon, 6 Sept. 2021 4:45:00 Z | 2021-09-06T04:45:00Z",
                "September 6, 2021 4:45 PM | 2021-09-06T16:45",
                "2021-09-06T16:45:00.123+03:00 | 2021-09-06T16:45:00+03:00",
                "1630946700 | 2021-09-06T16:45:00Z",
                "Mon, 06 Sep 2021 16:45:00 IST | 2021-09-06T16:45:00"
            })
    void datesOfManyKindsAreRead(String written, String iso) {
        Extraction found = extract("<item><title>T</title><description>" + BODY + "</description><pubDate>" + written
                + "</pubDate></item>");

        assertThat(found.documentMetadata().published().map(PublicationDate::iso))
                .contains(iso);
    }

    @Test
    void aDateThatCannotBeIsFlagged() {
        Extraction found = extract("<item><title>T</title><description>" + BODY
                + "</description><pubDate>Mon, 31 Sep 2021 25:00:00 GMT</pubDate></item>");

        assertThat(found.documentMetadata().published()).isEmpty();
        assertThat(found.flags()).contains("date_invalid");
    }

    @Test
    void authorsAreNamesAndNoAddresses() {
        Extraction found = extract("<item><title>T</title><author>ann@a.example (Ann Lee)</author></item>");

        assertThat(found.documentMetadata().byline()).contains("Ann Lee");
    }

    private Extraction extract(String item) {
        return extractor.extractArticle(new Document(item, Optional.empty()));
    }
}
