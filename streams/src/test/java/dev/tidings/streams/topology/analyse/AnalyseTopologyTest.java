package dev.tidings.streams.topology.analyse;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.Poison;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.CharsetOrigin;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.HeadlineOrigin;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.SourceFormat;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.dryrun.DryRun;
import dev.tidings.streams.topology.AnalyseDriver;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

public class AnalyseTopologyTest {

    private static final Instant RECEIVED = Instant.parse("2021-09-29T18:00:00Z");
    private static final String URI = "seeds/a.txt";

    private final Topics topics = Topics.of(Topics.DEFAULT_PREFIX);
    private AnalyseDriver driver;

    @BeforeEach
    void start() {
        driver = new AnalyseDriver(topics, AnalysisStages.standard());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUTIN_ERDOGAN_CKB    | ckb | Arab | NONE           | ",
                "BARZANI_BOGDANOV_CKB | ckb | Arab | NONE           | ",
                "COMMON_INTERESTS_EN  | en  | Latn | FIRST_LINE     | Turkey and Russia seek common interests",
                "SOCHI_MEETING_EN     | en  | Latn | AFTER_METADATA | Sochi Meeting: Russia and Turkey Still Divided Over Syria"
            })
    void theRealArticlesAreUnderstood(Seeds seed, String language, String script, HeadlineOrigin origin, String title) {
        driver.pipe(raw(seed.bytes()));

        Analysed analysed = driver.analysed();
        assertThat(analysed.getLanguage()).isEqualTo(language);
        assertThat(analysed.getScript()).isEqualTo(script);
        assertThat(analysed.getTitle().orElse(null)).isEqualTo(title);
        assertThat(analysed.getFlags()).isEmpty();
        assertThat(analysed.getExact().remaining()).isEqualTo(16);
        assertThat(analysed.getSketch().remaining()).isPositive();
        assertThat(analysed.getKeys().remaining()).isPositive();

        EnrichedArticle article = driver.article(analysed);
        assertThat(article.getText()).isEqualTo(seed.text());
        assertThat(article.getLanguage()).isEqualTo(language);
        assertThat(article.getHeadlineOrigin()).isEqualTo(origin);
        assertThat(article.getHeadlines()).hasSize(title == null ? 0 : 1);
        assertThat(article.getCharset()).isEqualTo("UTF-8");
        assertThat(article.getCharsetOrigin()).isEqualTo(CharsetOrigin.STRICT_UTF8);
        assertThat(article.getWordCount()).isPositive();
        assertThat(article.getFlags()).isEmpty();
        assertThat(article.getFingerprints()).isPresent();
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void theAnalysedRecordCarriesIdentityPositionAndTimeOfTheRawRecord() {
        driver.pipe(raw("نەوت".getBytes(UTF_8)));
        driver.pipe(raw(Seeds.COMMON_INTERESTS_EN.bytes()));
        driver.analysedRecord();

        TestRecord<byte[], Analysed> record = driver.analysedRecord();
        assertThat(new String(record.key(), UTF_8)).isEqualTo(RecordKeys.article(ArticleId.of(URI), 3));
        assertThat(record.getRecordTime()).isEqualTo(RECEIVED);
        assertThat(record.headers().toArray()).isEmpty();
        Analysed analysed = record.value();
        assertThat(analysed.getArticleId()).isEqualTo(ArticleId.of(URI));
        assertThat(analysed.getRevision()).isEqualTo(3);
        assertThat(analysed.getUri()).isEqualTo(URI);
        assertThat(analysed.getSource()).isEqualTo("seeds");
        assertThat(analysed.getContentSha256()).isEqualTo(DeadLetters.sha256Hex(Seeds.COMMON_INTERESTS_EN.bytes()));
        assertThat(analysed.getSourceTopic()).isEqualTo("tidings.raw");
        assertThat(analysed.getSourcePartition()).isZero();
        assertThat(analysed.getSourceOffset()).isEqualTo(1);
        assertThat(analysed.getSourceTimestamp()).isEqualTo(RECEIVED);

        EnrichedArticle article = driver.article(analysed);
        assertThat(article.getRevision()).isEqualTo(3);
        assertThat(article.getSourceOffset()).isEqualTo(1);
        assertThat(article.getSourceTimestamp()).isEqualTo(RECEIVED);
        assertThat(article.getFingerprints().orElseThrow().getSketch()).isEqualTo(analysed.getSketch());
    }

    @ParameterizedTest
    @EnumSource(Seeds.class)
    void theBodyIsMadeOfTheBlocks(Seeds seed) {
        RawArticle raw = raw(seed.bytes());
        driver.pipe(raw);

        assertThat(ArticleBody.of(driver.article(driver.analysed())))
                .isNotEmpty()
                .isEqualTo(DryRun.withoutStories()
                        .runStages(raw)
                        .published()
                        .orElseThrow()
                        .analysed()
                        .body());
    }

    @Test
    void blocksTileTheTextAndCarryTheirRoles() {
        driver.pipe(raw(Seeds.COMMON_INTERESTS_EN.bytes()));
        EnrichedArticle article = driver.article(driver.analysed());
        long position = 0;
        for (Block block : article.getBlocks()) {
            assertThat(block.getStart()).isEqualTo(position);
            position = block.getEnd();
        }
        assertThat(position).isEqualTo(article.getText().length());
        assertThat(article.getBlocks())
                .extracting(Block::getRole)
                .startsWith(BlockRole.HEADLINE, BlockRole.PARAGRAPH, BlockRole.CAPTION, BlockRole.DUPLICATE);
    }

    @Test
    void whatTheSourceSaidIsTakenOver() {
        driver.pipe(RawArticle.newBuilder(raw("Text.".getBytes(UTF_8)))
                .setTitle("Supplied")
                .setUrl("http://www.news.example/a?utm_source=x")
                .setBy("A. Writer")
                .setFlags(List.of("name_not_utf8"))
                .build());
        Analysed analysed = driver.analysed();
        assertThat(analysed.getCanonicalUrl()).contains("https://news.example/a");
        assertThat(analysed.getUrl()).contains("http://www.news.example/a?utm_source=x");
        assertThat(analysed.getUrlKey()).isPresent();
        assertThat(analysed.getTitle()).contains("Supplied");
        EnrichedArticle article = driver.article(analysed);
        assertThat(article.getHeadlineOrigin()).isEqualTo(HeadlineOrigin.SUPPLIED);
        assertThat(article.getBy()).contains("A. Writer");
        assertThat(article.getFlags()).startsWith("name_not_utf8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\n\n", "\ufeff"})
    void anEmptyArticleGoesOnWithItsFlag(String text) {
        driver.pipe(raw(text.getBytes(UTF_8)));
        Analysed analysed = driver.analysed();
        assertThat(analysed.getFlags()).containsExactly("empty");
        assertThat(analysed.getExact().remaining()).isZero();
        assertThat(analysed.getKeys().remaining()).isZero();
        EnrichedArticle article = driver.article(analysed);
        assertThat(ArticleBody.of(article)).isEmpty();
        assertThat(article.getLanguage()).isEqualTo("und");
        assertThat(article.getFingerprints()).isEmpty();
        assertThat(article.getFlags()).containsExactly("empty");
    }

    @Test
    void badBytesAreFlaggedAndTooManyOfThemADeadLetter() {
        byte[] text = Seeds.COMMON_INTERESTS_EN.bytes();
        text[100] = (byte) 0xff;
        driver.pipe(raw(text));
        Analysed analysed = driver.analysed();
        assertThat(analysed.getFlags()).containsExactly("lossy_decode");
        assertThat(driver.article(analysed).getReplacedChars()).isEqualTo(1);

        Arrays.fill(text, (byte) 0xff);
        RawArticle unreadable = raw(text);
        driver.pipe(unreadable);
        DeadLetter letter = driver.deadLetter();
        assertThat(letter.getReason()).isEqualTo("undecodable");
        assertThat(letter.getStage()).isEqualTo("decode");
        assertThat(letter.getCategory()).isEqualTo(FailureCategory.DECODING);
        assertThat(letter.getArticleId()).contains(unreadable.getArticleId());
        assertThat(letter.getUri()).isEqualTo(URI);
        assertThat(letter.getRevision()).isEqualTo(3);
        assertThat(letter.getErrorMessage())
                .contains("could not be read as UTF-8")
                .doesNotContain("\n");
    }

    @Test
    void binaryContentIsADeadLetter() {
        driver.pipe(raw("%PDF-1.7".getBytes(UTF_8)));
        assertThat(driver.deadLetter().getReason()).isEqualTo("binary");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN_TEXT", "HALF", "TEXT_OF_GIGABYTES"})
    void aPoisonRecordIsADeadLetterWholeAndTheNextArticleGoesThrough(Poison poison) {
        byte[] key = {1, 2, 3};
        byte[] value = poison.value(driver.bytes(raw(Seeds.SOCHI_MEETING_EN.bytes())), driver.otherValue());
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", "00-x".getBytes(UTF_8)).add("nothing", null);
        driver.pipe(new TestRecord<>(key, value, headers, RECEIVED));
        driver.pipe(raw(Seeds.SOCHI_MEETING_EN.bytes()));

        TestRecord<byte[], DeadLetter> record = driver.deadLetterRecord();
        DeadLetter letter = record.value();
        assertThat(poison.reasons()).containsExactly(letter.getReason());
        assertThat(letter.getStage()).isEqualTo("decode");
        assertThat(letter.getCategory()).isEqualTo(FailureCategory.DESERIALIZATION);
        assertThat(record.key()).isEqualTo(key);
        assertThat(letter.getKey()).contains(ByteBuffer.wrap(key));
        assertThat(letter.getValue()).isEqualTo(Optional.ofNullable(value).map(ByteBuffer::wrap));
        assertThat(letter.getHeaders())
                .containsExactlyEntriesOf(Map.of("traceparent", ByteBuffer.wrap("00-x".getBytes(UTF_8))));
        assertThat(letter.getSourceTopic()).isEqualTo("tidings.raw");
        assertThat(letter.getSourceOffset()).isZero();
        assertThat(letter.getSourceTimestamp()).isEqualTo(RECEIVED);
        assertThat(letter.getErrorMessage()).isNotBlank().doesNotContain("\n");
        assertThat(driver.analysed().getTitle()).isPresent();
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void whatAHostPutsAroundItsArticlesIsLeftOutOnceItIsKnownAndStaysInTheText() {
        for (int i = 0; i < 4; i++) {
            driver.pipe(framed(i, "news.example"));
        }
        List<Analysed> analysed = driver.analysedArticles();
        List<EnrichedArticle> articles = analysed.stream().map(driver::article).toList();

        assertThat(ArticleBody.of(articles.get(1))).contains("Home | World");
        assertThat(ArticleBody.of(articles.get(3)))
                .doesNotContain("Home | World")
                .contains("Bridge 3");
        assertThat(articles.get(3).getText()).contains("Home | World");
        assertThat(articles.get(3).getBlocks()).extracting(Block::getRole).contains(BlockRole.BOILERPLATE);
    }

    @Test
    void theSameArticleHasOneFingerprintBeforeAndAfterItsHostIsKnown() {
        driver.pipe(framed(0, "news.example"));
        driver.pipe(framed(1, "news.example"));
        driver.pipe(framed(2, "news.example"));
        driver.pipe(framed(0, "news.example"));

        List<Analysed> analysed = driver.analysedArticles();
        assertThat(analysed.get(3).getExact()).isEqualTo(analysed.get(0).getExact());
        assertThat(analysed.get(3).getSketch()).isNotEqualTo(analysed.get(0).getSketch());
    }

    @Test
    void boilerplateOnAStoreIsThatInMemory() {
        DryRun inMemory = DryRun.withoutStories();
        for (int i = 0; i < 60; i++) {
            RawArticle article = framed(i, "h" + i % 7 + ".example");
            driver.pipe(article);
            assertThat(driver.article(driver.analysed()).getBlocks())
                    .isEqualTo(inMemory.runStages(article)
                            .published()
                            .orElseThrow()
                            .event()
                            .getBlocks());
        }
    }

    private static RawArticle framed(int number, String host) {
        String bridge = "Bridge " + number + " has been opened by the mayor of the town, the paper number "
                + number * 37 + " says of the day, and many were there to see it.";
        String text = "Home | World | Sport\n\n" + bridge + "\n\nWrite to the newsdesk in confidence";
        return RawArticle.newBuilder(raw(text.getBytes(UTF_8)))
                .setArticleId(ArticleId.of("bridges/" + number))
                .setRevision(1)
                .setTitle("The bridge of number " + number)
                .setUrl("https://" + host + "/" + number)
                .build();
    }

    @Test
    void theSameFailureIsTheSameDeadLetter() {
        driver.pipe(new TestRecord<>(null, new byte[] {9}, RECEIVED));
        DeadLetter first = driver.deadLetter();
        try (AnalyseDriver again = new AnalyseDriver(topics, AnalysisStages.standard())) {
            again.pipe(new TestRecord<>(null, new byte[] {9}, RECEIVED));
            assertThat(again.deadLetter()).isEqualTo(first);
        }
        assertThat(first.getKey()).isEmpty();
    }

    @Test
    void anArticleWhoseEventIsTooLargeIsADeadLetterAndTheNextGoesThrough() {
        driver.pipe(raw("word ".repeat(2_600_000).getBytes(UTF_8)));
        driver.pipe(raw(Seeds.SOCHI_MEETING_EN.bytes()));
        DeadLetter letter = driver.deadLetter();
        assertThat(letter.getReason()).isEqualTo("too_large");
        assertThat(letter.getStage()).isEqualTo("write");
        assertThat(letter.getCategory()).isEqualTo(FailureCategory.TOO_LARGE);
        assertThat(letter.getValue().orElseThrow().remaining()).isEqualTo(DeadLetters.HEAD_BYTES);
        assertThat(letter.getLength()).isGreaterThan(12_000_000);
        assertThat(letter.getSha256()).hasSize(64);
        assertThat(driver.analysed().getTitle()).isPresent();
    }

    @Test
    void everyVersionThatIsDeadLetteredLeavesAMarkWithoutText() {
        driver.pipe(RawArticle.newBuilder(raw("%PDF-1.7".getBytes(UTF_8)))
                .setDeadLetteredBefore(2)
                .build());
        driver.pipe(raw("word ".repeat(2_600_000).getBytes(UTF_8)));

        List<TestRecord<byte[], Analysed>> marks = driver.log();
        assertThat(marks).extracting(mark -> mark.value().getDeadLetterReason()).containsExactly("binary", "too_large");
        assertThat(marks).allSatisfy(mark -> {
            assertThat(new String(mark.key(), UTF_8)).isEqualTo(RecordKeys.article(ArticleId.of(URI), 3));
            assertThat(mark.getRecordTime()).isEqualTo(RECEIVED);
            assertThat(mark.value().getArticleId()).isEqualTo(ArticleId.of(URI));
            assertThat(mark.value().getRevision()).isEqualTo(3);
            assertThat(mark.value().getUri()).isEqualTo(URI);
            assertThat(mark.value().getArticle().hasRemaining()).isFalse();
            assertThat(mark.value().getKeys().hasRemaining()).isFalse();
        });
        assertThat(marks).extracting(mark -> mark.value().getSourceOffset()).containsExactly(0L, 1L);
        assertThat(marks)
                .extracting(mark -> mark.value().getDeadLetteredBefore())
                .containsExactly(2L, 0L);
        assertThat(driver.deadLetters()).hasSize(2);
    }

    @Test
    void theMarkOfAnArticleWhoseNameAloneIsTooLargeFits() {
        driver.pipe(RawArticle.newBuilder(raw("Text.".getBytes(UTF_8)))
                .setUri("x".repeat(13 * 1024 * 1024))
                .build());

        assertThat(driver.log()).singleElement().satisfies(mark -> {
            assertThat(mark.value().getDeadLetterReason()).isEqualTo("too_large");
            assertThat(mark.value().getUri()).hasSizeLessThan(10_000);
        });
    }

    @Test
    void aRecordOfWhichNobodyKnowsTheArticleLeavesNoMark() {
        driver.pipe(new TestRecord<>(new byte[] {1}, "no article".getBytes(UTF_8), RECEIVED));

        assertThat(driver.deadLetters()).hasSize(1);
        assertThat(driver.log()).isEmpty();
    }

    @Test
    void aCountThatNoPublisherWritesIsCutToWhatCanBe() {
        driver.pipe(RawArticle.newBuilder(raw("Text.".getBytes(UTF_8)))
                .setDeadLetteredBefore(Long.MAX_VALUE)
                .build());
        driver.pipe(RawArticle.newBuilder(raw("Text.".getBytes(UTF_8)))
                .setDeadLetteredBefore(-1)
                .build());

        assertThat(driver.analysedArticles())
                .extracting(Analysed::getDeadLetteredBefore)
                .containsExactly(2L, 0L);
    }

    @Test
    void theLargestArticleAllowedGoesThrough() {
        driver.pipe(raw("ە".repeat(2 * 1024 * 1024).getBytes(UTF_8)));
        assertThat(driver.analysed().getArticle().remaining()).isGreaterThan(4 * 1024 * 1024);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void aDeadLetterThatWouldBeTooLargeItselfLosesKeyAndHeaders() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("huge", new byte[13 * 1024 * 1024]);
        driver.pipe(new TestRecord<>(new byte[100], new byte[] {9}, headers, RECEIVED));
        TestRecord<byte[], DeadLetter> record = driver.deadLetterRecord();
        assertThat(record.value().getReason()).isEqualTo("not_avro");
        assertThat(record.value().getHeaders()).isEmpty();
        assertThat(record.key()).isEmpty();
    }

    @Test
    void aRecordWithoutIdentityIsMalformed() {
        driver.pipe(RawArticle.newBuilder(raw(new byte[0])).setArticleId("x").build());
        assertThat(driver.deadLetter().getReason()).isEqualTo("malformed");
        driver.pipe(RawArticle.newBuilder(raw(new byte[0])).setRevision(0).build());
        assertThat(driver.deadLetter().getReason()).isEqualTo("malformed");
    }

    @Test
    void aHashThatTheProducerLeftOutIsMade() {
        driver.pipe(RawArticle.newBuilder(raw(Seeds.COMMON_INTERESTS_EN.bytes()))
                .setContentSha256("")
                .build());
        assertThat(driver.analysed().getContentSha256())
                .isEqualTo(DeadLetters.sha256Hex(Seeds.COMMON_INTERESTS_EN.bytes()));
    }

    @Test
    void aSilentRegistryMakesNoDeadLetter() {
        try (AnalyseDriver silent = AnalyseDriver.withSilentRegistry(topics)) {
            byte[] value = driver.bytes(raw(Seeds.COMMON_INTERESTS_EN.bytes()));
            assertThatExceptionOfType(StreamsException.class)
                    .isThrownBy(() -> silent.pipe(new TestRecord<>(new byte[1], value, RECEIVED)))
                    .withStackTraceContaining("RegistryUnavailableException");
        }
    }

    @Test
    void everyNodeHasAName() {
        assertThat(driver.describe())
                .contains(
                        "raw",
                        "read",
                        "decode",
                        "extract",
                        "boilerplate",
                        "sketch",
                        "language",
                        "counts",
                        "names",
                        "story",
                        "write",
                        "analysed",
                        "analyse-boilerplate",
                        "dead-letter")
                .doesNotContain("KSTREAM", "-0000");
    }

    @Test
    void everyStageOfTheListIsANodeAndItsStoreThere() {
        for (Stage stage : AnalysisStages.standard().all()) {
            assertThat(driver.describe())
                    .contains("Processor: " + stage.name() + " (stores: "
                            + stage.store()
                                    .map(store -> "[analyse-" + store.name() + "]")
                                    .orElse("[]"));
        }
    }

    public static RawArticle raw(byte[] payload) {
        return RawArticle.newBuilder()
                .setArticleId(ArticleId.of(URI))
                .setUri(URI)
                .setRevision(3)
                .setSource("seeds")
                .setContentSha256(DeadLetters.sha256Hex(payload))
                .setPayload(ByteBuffer.wrap(payload))
                .setMediaType("text/plain")
                .setSourceFormat(SourceFormat.TEXT)
                .build();
    }
}
