package dev.tidings.streams.extract.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.Title;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewsMessageExtractorTest {

    private static final String BODY = "Ministers met in Ankara on Monday. They agreed on nothing.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nitf xml:lang='en'><head><docdata><date.issue norm='20210906T164500Z'/></docdata></head><body><body.head><hedline><hl1>No deal</hl1></hedline><byline>By <person>Ann Lee</person></byline></body.head><body.content><media><media-caption>Photo</media-caption></media><p>BODY</p></body.content></body></nitf>",
                "<newsItem guid='g'><itemMeta><itemClass qcode='ninat:text'/></itemMeta><contentMeta><contentCreated>2021-09-06T16:45:00Z</contentCreated><creator qcode='x'><name>Ann Lee</name></creator><language tag='en'/><headline>No deal</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>BODY</p></body.content></body></nitf></inlineXML></contentSet></newsItem>",
                "<newsItem guid='g'><contentMeta><contentCreated>2021-09-06T16:45:00Z</contentCreated><by>Ann Lee</by><language tag='en'/><headline>No deal</headline></contentMeta><contentSet><inlineXML><h:html xmlns:h='http://www.w3.org/1999/xhtml'><h:body><h:p>BODY</h:p></h:body></h:html></inlineXML></contentSet></newsItem>",
                "<NewsItem><Identification/><NewsManagement><FirstCreated>20210906T164500Z</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>No deal</HeadLine><ByLine>Ann Lee</ByLine></NewsLines><DescriptiveMetadata><Language FormalName='en'/></DescriptiveMetadata><ContentItem><DataContent><p>BODY</p></DataContent></ContentItem></NewsComponent></NewsItem>"
            })
    void everyVocabularyGivesTheSameArticle(String message) {
        Extraction found = new NewsMessageExtractor()
                .extractArticle(new Document(message.replace("BODY", BODY), Optional.empty()));

        assertThat(found.title().map(Title::text)).contains("No deal");
        assertThat(found.body()).isEqualTo(BODY);
        assertThat(found.documentMetadata().published().map(PublicationDate::iso))
                .contains("2021-09-06T16:45:00Z");
        assertThat(found.documentMetadata().byline()).contains("Ann Lee");
        assertThat(found.documentMetadata().language()).contains("en");
    }
}
