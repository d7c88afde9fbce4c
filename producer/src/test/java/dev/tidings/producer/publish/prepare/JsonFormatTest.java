package dev.tidings.producer.publish.prepare;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.prepare.FormatTrial.Ended;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonFormatTest {

    private static final String ONE = "{\"id\":1,\"title\":\"One\",\"text\":\"First text.\"}";
    private static final String TWO = "{\"url\":\"https://a.example/2\",\"title\":\"Two\",\"text\":\"Second text.\"}";

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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "one.json | ONE | #1",
                "list.json | [ONE, TWO] | #1 #https://a.example/2",
                "list.txt | [ONE, TWO] | #1 #https://a.example/2",
                "noname | [ONE, TWO] | #1 #https://a.example/2",
                "newsapi.json | {\"status\":\"ok\",\"totalResults\":2,\"articles\":[ONE,TWO]} | #1 #https://a.example/2",
                "index.json | {\"took\":3,\"hits\":{\"total\":2,\"hits\":[ONE,TWO]}} | #1 #https://a.example/2",
                "guardian.json | {\"response\":{\"status\":\"ok\",\"results\":[ONE,TWO]}} | #1 #https://a.example/2",
                "graph.json | {\"@context\":\"https://schema.org\",\"@graph\":[ONE,TWO]} | #1 #https://a.example/2",
                "two.json | ONE TWO | #1 #https://a.example/2",
                "lines.json | ONE%TWO% | #1 #https://a.example/2",
                "lines.dat | ONE%%TWO | #1 #https://a.example/2",
                "array.jsonl | [ONE,%TWO] | #1 #https://a.example/2",
                "bare.json | {\"data\":{\"title\":\"One\",\"text\":\"First text.\",\"id\":\"x\"}} | #x"
            })
    void articlesAreFoundWhereverTheyStand(String name, String content, String identities) {
        String json = content.replace("ONE", ONE).replace("TWO", TWO).replace('%', '\n');
        List<Ended> ended = trial.publish(name, json.getBytes(UTF_8));

        assertThat(ended.stream().filter(Ended::published).map(Ended::uri))
                .containsExactlyElementsOf(List.of(identities.split(" ")).stream()
                        .map(identity -> "news/" + name + identity)
                        .toList());
        assertThat(ended).allMatch(Ended::published);
    }

    @Test
    void theEventHoldsTheObjectAsItStoodAndWhatItStates() {
        String object = """
                { "uri": "urn:x:1", "headline": "Title",
                  "body_html": "<p>Text.</p>", "language": "ckb", "versioncreated": "2021-09-06T16:45:00Z",
                  "byline": "By Ann", "pubstatus": "usable", "urgency": 3,
                  "people": [{"rel": "author", "name": "Ann"}], "infosource": [{"name": "AFP"}] }""".strip();
        RawArticle raw = only(trial.publish("a.json", ("[" + object + "]").getBytes(UTF_8)));

        assertThat(UTF_8.decode(raw.getPayload()).toString()).isEqualTo(object);
        assertThat(raw.getSourceFormat()).isEqualTo(SourceFormat.NINJS);
        assertThat(raw.getMediaType()).isEqualTo("application/ninjs+json");
        assertThat(raw.getTitle()).contains("Title");
        assertThat(raw.getLanguage()).contains("ckb");
        assertThat(raw.getPublishedRaw()).contains("2021-09-06T16:45:00Z");
        assertThat(raw.getBy()).contains("By Ann");
        assertThat(raw.getAuthors()).containsExactly("Ann");
        assertThat(raw.getInfoSources().get(0).getName()).isEqualTo("AFP");
        assertThat(raw.getAttributes())
                .containsEntry("mapping", "ninjs/1")
                .containsEntry("pubStatus", "usable")
                .containsEntry("urgency", "3");
    }

    @Test
    void theLanguageOfTheFeedHoldsForItemsThatStateNone() {
        RawArticle raw =
                only(trial.publish("feed.json", ("{\"language\":\"de\",\"items\":[" + ONE + "]}").getBytes(UTF_8)));

        assertThat(raw.getLanguage()).contains("de");
    }

    @Test
    void withoutIdAndAddressTheContentIsTheIdentity() {
        String item = "{\"title\":\"T\",\"text\":\"Words.\"}";
        List<Ended> ended = trial.publish("a.json", ("[" + item + "," + ONE + "]").getBytes(UTF_8));

        assertThat(ended.get(0).uri()).matches("news/a.json#[0-9a-f]{64}");
    }

    @Test
    void utf16IsReadToo() {
        assertThat(trial.publish("a.json", ("\ufeff[" + ONE + "]").getBytes(UTF_16LE)))
                .singleElement()
                .matches(Ended::published);
    }

    @Test
    void aByteOrderMarkIsNoContent() {
        assertThat(trial.publish("a.jsonl", ("\ufeff" + ONE + "\r\n\r\n" + TWO).getBytes(UTF_8)))
                .hasSize(2)
                .allMatch(Ended::published);
    }

    @Test
    void aLineOverTheLimitIsADeadLetterAndItsNeighboursAreArticles() {
        String large = "{\"title\":\"T\",\"text\":\"" + "x".repeat(5_000_000) + "\"}";
        List<Ended> lines = trial.publish("a.jsonl", (ONE + "\n" + large + "\n" + TWO).getBytes(UTF_8));
        assertThat(lines).extracting(Ended::reason).containsExactly("", "too_large", "");

        List<Ended> list = trial.publish("b.json", ("[" + ONE + "," + large + "," + TWO + "]").getBytes(UTF_8));
        assertThat(list.stream().filter(end -> end.uri().contains("b.json")))
                .extracting(Ended::reason)
                .containsExactly("", "too_large", "");
    }

    @Test
    void wordsInBracketsAreNoJson() {
        Ended ended = trial.publish("a.txt", "[Update] Ministers met.\n\nThey said nothing.".getBytes(UTF_8))
                .get(0);

        assertThat(ended.uri()).isEqualTo("news/a.txt");
        assertThat(ended.raw().orElseThrow().getSourceFormat()).isEqualTo(SourceFormat.TEXT);
    }

    @Test
    void anObjectThatIsNoArticleIsPassedOver() {
        assertThat(trial.publish("package.json", "{\"name\":17,\"dependencies\":{\"a\":\"1\"}}".getBytes(UTF_8)))
                .singleElement()
                .satisfies(end -> {
                    assertThat(end.outcome()).isEqualTo(InputOutcome.SKIPPED);
                    assertThat(end.reason()).isEqualTo("not_an_article");
                });
    }

    @Test
    void jsonInAnotherCharsetIsADeadLetterThatSaysSo() {
        assertThat(trial.publish("a.jsonl", "{\"title\":\"\u00e9\",\"text\":\"x\"}".getBytes(ISO_8859_1)))
                .singleElement()
                .satisfies(end -> assertThat(end.reason()).isEqualTo("undecodable"));
    }

    private static RawArticle only(List<Ended> ended) {
        assertThat(ended).hasSize(1);
        return ended.get(0).raw().orElseThrow();
    }
}
