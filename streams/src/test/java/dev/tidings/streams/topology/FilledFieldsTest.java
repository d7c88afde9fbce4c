package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.analyse.AnalysisStages;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every field of the events is filled by some article: a field that stays empty over the samples and some inputs made
 * for the purpose stands here by name, with what will fill it.
 */
class FilledFieldsTest {

    private static final String PAGE = """
            <html lang="en"><head><title>Bridge of the north opened - The Paper</title>
            <meta property="og:site_name" content="The Paper">
            <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Bridge of the north opened",
            "datePublished": "2021-09-29T14:05:00+03:00", "author": {"@type": "Person", "name": "A. Writer"},
            "publisher": {"@type": "Organization", "name": "The Paper"}}</script></head><body><article>
            <h1>Bridge of the north opened</h1>
            <figure><img src="a.jpg"><figcaption>The bridge on Monday, as seen from the town</figcaption></figure>
            <p>The mayor of London has opened the bridge of the north on Wednesday 29 September 2021, and many people
            were there to see what 37 engineers had built over two long years.</p>
            <p>It is said to carry forty thousand cars a day, which is twice of what the old one could bear.</p>
            </article></body></html>
            """;

    /** Names with their identity and certainty, places of date lines, subjects and second attempts are work to come. */
    private static final Set<String> FILLED_LATER = Set.of(
            "DeadLetter.attempts",
            "EnrichedArticle.located",
            "EnrichedArticle.organisations.confidence",
            "EnrichedArticle.organisations.literal",
            "EnrichedArticle.organisations.uri",
            "EnrichedArticle.people.confidence",
            "EnrichedArticle.people.literal",
            "EnrichedArticle.people.uri",
            "EnrichedArticle.places.confidence",
            "EnrichedArticle.places.uri",
            "EnrichedArticle.subjects",
            "EnrichedArticle.subjects.confidence",
            "EnrichedArticle.subjects.creator",
            "EnrichedArticle.subjects.literal",
            "EnrichedArticle.subjects.name",
            "EnrichedArticle.subjects.relevance",
            "EnrichedArticle.subjects.uri");

    /** Written each time, with the one value there is so far, which is the default. */
    private static final Set<String> OF_ONE_VALUE =
            Set.of("EnrichedArticle.descriptions.role", "EnrichedArticle.headlines.role");

    /** The sink's failures can be tried again; stories merge in their own test. */
    private static final Set<String> FILLED_ELSEWHERE =
            Set.of("DeadLetter.flags", "DeadLetter.retriable", "Story.mergedInto");

    /** A packaged program knows its version, one from a folder of classes does not. */
    private static final String FILLED_WHEN_PACKAGED = "DeadLetter.appVersion";

    @TempDir
    Path folder;

    private final FilledFields fields = new FilledFields();
    private AnalyseDriver analyse;
    private DedupRun dedup;
    private StoriesRun stories;

    @BeforeEach
    void start() {
        analyse = new AnalyseDriver(Topics.of(Topics.DEFAULT_PREFIX), AnalysisStages.standard());
        dedup = new DedupRun(folder.resolve("dedup"));
        stories = new StoriesRun(folder.resolve("stories"));
    }

    @AfterEach
    void stop() {
        analyse.close();
        dedup.close();
        stories.close();
    }

    @Test
    void everyFieldOfEveryEventIsFilledBySomethingOrStandsHereWithWhatWillFillIt() {
        for (Seeds seed : Seeds.values()) {
            publish(text(seed.fileName(), seed.bytes()));
        }
        publish(text("copy.txt", Seeds.COMMON_INTERESTS_EN.bytes()));
        publish(revision(text(Seeds.COMMON_INTERESTS_EN.fileName(), "Another text altogether.".getBytes(UTF_8)), 3));
        publish(revision(text(Seeds.COMMON_INTERESTS_EN.fileName(), "The text between them.".getBytes(UTF_8)), 2));
        publish(text("legacy.txt", Seeds.PUTIN_ERDOGAN_CKB.text().getBytes(Charset.forName("windows-1256"))));
        publish(text("lossy.txt", lossy(Seeds.SOCHI_MEETING_EN.bytes())));
        publish(page("page.html"));
        publish(page("copy.html"));
        publish(text("persian.txt", "این خبر در تاریخ ۷ مهر ۱۴۰۰ نوشته شده است.".getBytes(UTF_8)));
        publish(text("toll.txt", toll("Brennholt", 17).getBytes(UTF_8)));
        publish(text("risen.txt", toll("Brennholt", 19).getBytes(UTF_8)));
        publish(text("elsewhere.txt", toll("Askerdal", 17).getBytes(UTF_8)));
        publish(revision(text("binary.txt", "%PDF-1.7".getBytes(UTF_8)), 2));
        publish(RawArticle.newBuilder(revision(text("mended.txt", "It can be read now.".getBytes(UTF_8)), 2))
                .setDeadLetteredBefore(1)
                .build());
        analyse.pipe(poison());
        finish();

        Set<String> neverFilled = new TreeSet<>(fields.neverFilled());
        neverFilled.remove(FILLED_WHEN_PACKAGED);
        assertThat(neverFilled).isEqualTo(expectedEmpty());
    }

    private void publish(RawArticle raw) {
        analyse.pipe(raw);
        for (TestRecord<byte[], Analysed> record : analyse.log()) {
            Analysed analysed = record.value();
            fields.add(analysed);
            if (analysed.getDeadLetterReason().isEmpty()) {
                fields.add(analyse.article(analysed));
            }
            dedup.send(Analysed.newBuilder(analysed));
        }
    }

    private void finish() {
        for (TestRecord<byte[], byte[]> record : dedup.output(DedupRun.TOPICS.storyFeatures())) {
            fields.add(features(record.value()));
            stories.send(record);
        }
        List.<List<? extends IndexedRecord>>of(
                        dedup.relations(), stories.relations(), stories.states(), analyse.deadLetters())
                .forEach(events -> events.forEach(fields::add));
    }

    private static StoryFeatures features(byte[] value) {
        try (var deserializer =
                new AvroSerdes(DedupRun.REGISTRY).deserializer(DedupRun.TOPICS.storyFeatures(), StoryFeatures.class)) {
            return deserializer.deserialize(DedupRun.TOPICS.storyFeatures().name(), value);
        }
    }

    private static Set<String> expectedEmpty() {
        return Stream.of(FILLED_LATER, OF_ONE_VALUE, FILLED_ELSEWHERE)
                .flatMap(Set::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String toll(String place, int number) {
        return "The storm that came over the coast on Monday night has taken the roofs of " + number
                + " houses, says the mayor of " + place
                + ", who has asked the capital for help and for tents before the week is over."
                + " The road along the harbour of " + place
                + " is under water, and the school on the hill has been opened to all who"
                + " cannot go home. The fishing fleet stayed in port, since the forecast had spoken of high waves for"
                + " the whole week, and nobody is missing. Engineers of the power company work on the lines that fell"
                + " across the railway to " + place + ", and trains will not run before the weekend.";
    }

    private static byte[] lossy(byte[] text) {
        text[100] = (byte) 0xff;
        return text;
    }

    private static TestRecord<byte[], byte[]> poison() {
        TestRecord<byte[], byte[]> record = new TestRecord<>(new byte[] {1}, new byte[] {9});
        record.headers().add("traceparent", "00-x".getBytes(UTF_8));
        return record;
    }

    private static RawArticle page(String name) {
        return RawArticle.newBuilder(text(name, PAGE.getBytes(UTF_8)))
                .setMediaType("text/html")
                .setSourceFormat(SourceFormat.HTML)
                .setUrl("https://paper.example/" + name)
                .build();
    }

    private static RawArticle revision(RawArticle article, long number) {
        article.setRevision(number);
        return article;
    }

    private static RawArticle text(String name, byte[] payload) {
        String uri = "samples/" + name;
        return RawArticle.newBuilder(AnalyseDriver.rawArticle(payload))
                .setArticleId(ArticleId.of(uri))
                .setUri(uri)
                .setRevision(1)
                .build();
    }
}
