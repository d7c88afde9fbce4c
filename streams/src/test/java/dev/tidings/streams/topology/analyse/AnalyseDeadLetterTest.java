package dev.tidings.streams.topology.analyse;

import static dev.tidings.streams.topology.AnalyseDriver.rawArticle;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.kafka.serde.Poison;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.analyse.AnalysisStages;
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
import org.junit.jupiter.params.provider.EnumSource;

/** What analysis cannot read: where it goes, and what of it the log keeps. */
class AnalyseDeadLetterTest {

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

    @Test
    void badBytesAreFlaggedAndTooManyOfThemADeadLetter() {
        byte[] text = Seeds.COMMON_INTERESTS_EN.bytes();
        text[100] = (byte) 0xff;
        driver.pipe(rawArticle(text));
        Analysed analysed = driver.analysed();
        assertThat(analysed.getFlags()).containsExactly("lossy_decode");
        assertThat(driver.article(analysed).getReplacedChars()).isEqualTo(1);

        Arrays.fill(text, (byte) 0xff);
        RawArticle unreadable = rawArticle(text);
        driver.pipe(unreadable);
        DeadLetter letter = driver.deadLetter();
        assertThat(letter.getReason()).isEqualTo("undecodable");
        assertThat(letter.getStage()).isEqualTo("decode");
        assertThat(letter.getCategory()).isEqualTo(FailureCategory.DECODING);
        assertThat(letter.getArticleId()).contains(unreadable.getArticleId());
        assertThat(letter.getUri()).isEqualTo(AnalyseDriver.URI);
        assertThat(letter.getRevision()).isEqualTo(3);
        assertThat(letter.getErrorMessage())
                .contains("could not be read as UTF-8")
                .doesNotContain("\n");
    }

    @Test
    void binaryContentIsADeadLetter() {
        driver.pipe(rawArticle("%PDF-1.7".getBytes(UTF_8)));
        assertThat(driver.deadLetter().getReason()).isEqualTo("binary");
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN_TEXT", "HALF", "TEXT_OF_GIGABYTES"})
    void aPoisonRecordIsADeadLetterWholeAndTheNextArticleGoesThrough(Poison poison) {
        byte[] key = {1, 2, 3};
        byte[] value = poison.value(driver.bytes(rawArticle(Seeds.SOCHI_MEETING_EN.bytes())), driver.otherValue());
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", "00-x".getBytes(UTF_8)).add("nothing", null);
        driver.pipe(new TestRecord<>(key, value, headers, RECEIVED));
        driver.pipe(rawArticle(Seeds.SOCHI_MEETING_EN.bytes()));

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
        driver.pipe(rawArticle("word ".repeat(2_600_000).getBytes(UTF_8)));
        driver.pipe(rawArticle(Seeds.SOCHI_MEETING_EN.bytes()));
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
        driver.pipe(RawArticle.newBuilder(rawArticle("%PDF-1.7".getBytes(UTF_8)))
                .setDeadLetteredBefore(2)
                .build());
        driver.pipe(rawArticle("word ".repeat(2_600_000).getBytes(UTF_8)));

        List<TestRecord<byte[], Analysed>> marks = driver.log();
        assertThat(marks).extracting(mark -> mark.value().getDeadLetterReason()).containsExactly("binary", "too_large");
        assertThat(marks).allSatisfy(mark -> {
            assertThat(new String(mark.key(), UTF_8)).isEqualTo(RecordKeys.article(ArticleId.of(AnalyseDriver.URI), 3));
            assertThat(mark.getRecordTime()).isEqualTo(RECEIVED);
            assertThat(mark.value().getArticleId()).isEqualTo(ArticleId.of(AnalyseDriver.URI));
            assertThat(mark.value().getRevision()).isEqualTo(3);
            assertThat(mark.value().getUri()).isEqualTo(AnalyseDriver.URI);
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
        driver.pipe(RawArticle.newBuilder(rawArticle("Text.".getBytes(UTF_8)))
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
        driver.pipe(RawArticle.newBuilder(rawArticle("Text.".getBytes(UTF_8)))
                .setDeadLetteredBefore(Long.MAX_VALUE)
                .build());
        driver.pipe(RawArticle.newBuilder(rawArticle("Text.".getBytes(UTF_8)))
                .setDeadLetteredBefore(-1)
                .build());

        assertThat(driver.analysedArticles())
                .extracting(Analysed::getDeadLetteredBefore)
                .containsExactly(2L, 0L);
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
        driver.pipe(
                RawArticle.newBuilder(rawArticle(new byte[0])).setArticleId("x").build());
        assertThat(driver.deadLetter().getReason()).isEqualTo("malformed");
        driver.pipe(
                RawArticle.newBuilder(rawArticle(new byte[0])).setRevision(0).build());
        assertThat(driver.deadLetter().getReason()).isEqualTo("malformed");
    }

    @Test
    void aSilentRegistryMakesNoDeadLetter() {
        try (AnalyseDriver silent = AnalyseDriver.withSilentRegistry(topics)) {
            byte[] value = driver.bytes(rawArticle(Seeds.COMMON_INTERESTS_EN.bytes()));
            assertThatExceptionOfType(StreamsException.class)
                    .isThrownBy(() -> silent.pipe(new TestRecord<>(new byte[1], value, RECEIVED)))
                    .withStackTraceContaining("RegistryUnavailableException");
        }
    }
}
