package dev.tidings.streams.topology.analyse;

import static dev.tidings.streams.topology.AnalyseDriver.rawArticle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.CharsetOrigin;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.HeadlineOrigin;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.dryrun.DryRun;
import dev.tidings.streams.topology.AnalyseDriver;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyseTopologyTest {

    private static final Instant RECEIVED = Instant.parse("2021-09-29T18:00:00Z");

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
        driver.pipe(rawArticle(seed.bytes()));

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
        driver.pipe(rawArticle("نەوت".getBytes(UTF_8)));
        driver.pipe(rawArticle(Seeds.COMMON_INTERESTS_EN.bytes()));
        driver.analysedRecord();

        TestRecord<byte[], Analysed> record = driver.analysedRecord();
        assertThat(new String(record.key(), UTF_8)).isEqualTo(RecordKeys.article(ArticleId.of(AnalyseDriver.URI), 3));
        assertThat(record.getRecordTime()).isEqualTo(RECEIVED);
        assertThat(record.headers().toArray()).isEmpty();
        Analysed analysed = record.value();
        assertThat(analysed.getArticleId()).isEqualTo(ArticleId.of(AnalyseDriver.URI));
        assertThat(analysed.getRevision()).isEqualTo(3);
        assertThat(analysed.getUri()).isEqualTo(AnalyseDriver.URI);
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
        RawArticle raw = rawArticle(seed.bytes());
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
        driver.pipe(rawArticle(Seeds.COMMON_INTERESTS_EN.bytes()));
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
        driver.pipe(RawArticle.newBuilder(rawArticle("Text.".getBytes(UTF_8)))
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
        driver.pipe(rawArticle(text.getBytes(UTF_8)));
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
        return RawArticle.newBuilder(rawArticle(text.getBytes(UTF_8)))
                .setArticleId(ArticleId.of("bridges/" + number))
                .setRevision(1)
                .setTitle("The bridge of number " + number)
                .setUrl("https://" + host + "/" + number)
                .build();
    }

    @Test
    void theLargestArticleAllowedGoesThrough() {
        driver.pipe(rawArticle("ە".repeat(2 * 1024 * 1024).getBytes(UTF_8)));
        assertThat(driver.analysed().getArticle().remaining()).isGreaterThan(4 * 1024 * 1024);
        assertThat(driver.deadLetters()).isEmpty();
    }

    @Test
    void aHashThatTheProducerLeftOutIsMade() {
        driver.pipe(RawArticle.newBuilder(rawArticle(Seeds.COMMON_INTERESTS_EN.bytes()))
                .setContentSha256("")
                .build());
        assertThat(driver.analysed().getContentSha256())
                .isEqualTo(DeadLetters.sha256Hex(Seeds.COMMON_INTERESTS_EN.bytes()));
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
}
