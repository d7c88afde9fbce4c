package dev.tidings.streams.extract.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.PublicationDate;
import dev.tidings.streams.extract.Title;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonExtractorTest {

    private static final String BODY = "Ministers met in Ankara on Monday. They agreed on nothing.";

    private final JsonExtractor extractor = new JsonExtractor();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ninjs/1 | {'uri':'u','headline':'T','body_text':'B','language':'en','versioncreated':'2021-09-06T16:45:00Z','byline':'Ann Lee'}",
                "ninjs/1 | {'uri':'u','headlines':[{'role':'main','value':'T'}],'bodies':[{'contentType':'text/html','value':'<p>B</p>'},{'contentType':'text/plain','value':'B'}],'language':'en','contentCreated':'2021-09-06T16:45:00Z','by':'Ann Lee'}",
                "schema.org/1 | {'@type':'NewsArticle','headline':'T','articleBody':'B','inLanguage':{'name':'English','alternateName':'en'},'datePublished':'2021-09-06T16:45:00Z','author':[{'@type':'Person','name':'Ann Lee'}]}",
                "json-feed/1 | {'id':'1','title':'T','content_html':'<div><p>B</p></div>','date_published':'2021-09-06T16:45:00Z','language':'en','authors':[{'name':'Ann Lee'}]}",
                "newspaper/1 | {'title':'T','text':'B','meta_lang':'en','publish_date':'2021-09-06T16:45:00Z','authors':['Ann Lee']}",
                "news-please/1 | {'title':'T','maintext':'B','language':'en','date_publish':'2021-09-06T16:45:00Z','authors':['Ann Lee']}",
                "trafilatura/1 | {'title':'T','text':'B','raw_text':'B','language':'en','date':'2021-09-06T16:45:00Z','author':'Ann Lee'}",
                "keys/1 | {'title':{'rendered':'T'},'content':{'rendered':'<p>B</p>'},'date_gmt':'2021-09-06T16:45:00Z','lang':'eng','author':'Ann Lee'}",
                "keys/1 | {'_id':'7','_source':{'title':'T','body':'B','publishedAt':'2021-09-06T16:45:00Z','language':'English','author':'Ann Lee'}}"
            })
    void everyVocabularyGivesTheSameArticle(String mapping, String json) {
        Extraction found = extract(json.replace('\'', '"')
                .replace("\"T\"", "\"No deal\"")
                .replace("B<", BODY + "<")
                .replace("\"B\"", "\"" + BODY + "\""));

        assertThat(found.title().map(Title::text)).contains("No deal");
        assertThat(found.body()).isEqualTo(BODY);
        assertThat(found.documentMetadata().published().map(PublicationDate::iso))
                .contains("2021-09-06T16:45:00Z");
        assertThat(found.documentMetadata().byline()).contains("Ann Lee");
        assertThat(found.documentMetadata().language()).contains("en");
        assertThat(found.extractor()).startsWith("json/1:" + mapping);
    }

    @Test
    void aMappingThatCameWithTheArticleIsTheOneThatCounts() {
        Extraction article = new JsonExtractor()
                .extractArticle(new Document(
                        "{\"title\":\"An id\",\"h\":\"Title\",\"t\":\"Ministers met.\",\"text\":\"Not this.\"}",
                        Optional.empty(),
                        Optional.of("{name: ['agency'], title: ['h'], text: ['t']}")));

        assertThat(article.title().map(Title::text)).contains("Title");
        assertThat(article.body()).isEqualTo("Ministers met.");
        assertThat(article.extractor()).startsWith("json/1:agency/1");
    }

    @Test
    void theWholeTextWinsOverASummaryWhereverItStands() {
        assertThat(extract("{\"title\":\"T\",\"text\":\"Short.\",\"full_text\":\"" + BODY + "\"}")
                        .body())
                .isEqualTo(BODY);
        assertThat(extract("{\"title\":\"T\",\"description\":\"" + BODY + "\"}").body())
                .isEqualTo(BODY);
    }

    @Test
    void markupThatWasEscapedOnceTooOftenIsMarkup() {
        Extraction found = extract(
                "{\"title\":\"Fish &amp;amp; &lt;b&gt;chips&lt;/b&gt;\",\"content_html\":\"&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;\"}");

        assertThat(found.title().map(Title::text)).contains("Fish & chips");
        assertThat(found.body()).isEqualTo("One.\n\nTwo.");
    }

    @Test
    void aPageInAFieldIsReadAsAPage() {
        Extraction found =
                extract("{\"title\":\"T\",\"body_html\":\"<html><head><script>var a = 1;</script></head><body><p>"
                        + BODY + "</p></body></html>\"}");

        assertThat(found.body()).isEqualTo(BODY);
    }

    @Test
    void whatLooksLikeCodeIsText() {
        String code = "{{7*7}} ${jndi:ldap://x} <script>alert(1)</script> '; DROP TABLE";
        assertThat(extract("{\"title\":\"T\",\"text\":\"" + code + "\"}").text())
                .contains(code);
    }

    @Test
    void halfASurrogateAndControlsAreFlagged() {
        Extraction found = extract("{\"title\":\"T\",\"text\":\"a\\ud83d b\\u0000c\"}");

        assertThat(found.text()).isEqualTo("a\ufffd bc");
        assertThat(found.flags()).contains("lone_surrogate", "control_chars_removed");
    }

    @Test
    void aDateThatCannotBeIsFlaggedAndTheArticleStands() {
        Extraction found = extract("{\"title\":\"T\",\"text\":\"" + BODY + "\",\"date\":\"2021-13-40\"}");

        assertThat(found.documentMetadata().published()).isEmpty();
        assertThat(found.flags()).contains("date_invalid");
    }

    @Test
    void aTextThatIsANumberIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> extract("{\"title\":\"T\",\"body\":17}"))
                .isInstanceOf(RejectedInputException.class)
                .hasMessageContaining("/body");
    }

    private Extraction extract(String json) {
        return extractor.extractArticle(new Document(json, Optional.empty()));
    }
}
