package dev.tidings.streams.topology.dedup;

import static dev.tidings.streams.topology.DedupRun.START;
import static dev.tidings.streams.topology.DedupRun.TOPICS;
import static dev.tidings.streams.topology.DedupRun.evidence;
import static dev.tidings.streams.topology.DedupRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.dedup.match.Withholding;
import dev.tidings.streams.topology.DedupRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DedupTopologyTest {

    private static final String KURDISH = seed("000_7862ad32163287db.txt");
    private static final String ENGLISH = seed("002_5f853b347646af86.txt");

    @TempDir
    private Path folder;

    private DedupRun dedup;

    @BeforeEach
    void start() {
        dedup = new DedupRun(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        dedup.close();
    }

    @Test
    void newArticleIsPublishedUntouchedWithItsVerdict() {
        Analysed.Builder article = dedup.article("a", KURDISH);
        dedup.send(article);

        TestRecord<byte[], byte[]> published = only(dedup.output(TOPICS.enriched()));

        assertThat(published.value()).isEqualTo(article.getArticle().array());
        assertThat(new String(published.key(), UTF_8)).isEqualTo(RecordKeys.article(ArticleId.of("test/a"), 1));
        assertThat(header(published, EventHeaders.VERDICT)).isEqualTo("NEW");
        assertThat(header(published, EventHeaders.CLUSTER)).isEqualTo(ArticleId.of("test/a"));
        assertThat(header(published, EventHeaders.DECISION)).isEqualTo("0");
        assertThat(header(published, EventHeaders.LANG)).isEqualTo("ckb");
        assertThat(header(published, EventHeaders.SCRIPT)).isEqualTo("Arab");
        assertThat(header(published, EventHeaders.SOURCE)).isEqualTo("test");
        assertThat(header(published, EventHeaders.SOURCE_TOPIC)).isEqualTo("tidings.raw");
        assertThat(header(published, EventHeaders.SOURCE_PARTITION)).isEqualTo("0");
        assertThat(header(published, EventHeaders.SOURCE_OFFSET)).isEqualTo("0");
        assertThat(header(published, EventHeaders.EVIDENCE)).contains("no_candidate");
        assertThat(dedup.relations()).isEmpty();
    }

    @Test
    void aRelationIsKeyedByBothVersions() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("b", KURDISH));

        assertThat(new String(only(dedup.output(TOPICS.relations())).key(), UTF_8))
                .isEqualTo(RecordKeys.relation(ArticleId.of("test/b"), 1, ArticleId.of("test/a"), 1));
    }

    @Test
    void exactCopyLeavesOnlyARelationThatSaysWhatItWas() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("b", KURDISH).setUrl("https://hewal.example/1"));

        assertThat(dedup.output(TOPICS.enriched())).hasSize(1);
        ArticleRelation relation = only(dedup.relations());
        assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
        assertThat(relation.getSuppressed()).isTrue();
        assertThat(relation.getArticleId()).isEqualTo(ArticleId.of("test/b"));
        assertThat(relation.getRelatedId()).isEqualTo(ArticleId.of("test/a"));
        assertThat(relation.getRelatedRevision()).isEqualTo(1);
        assertThat(relation.getRelatedOffset()).isZero();
        assertThat(relation.getClusterId()).isEqualTo(ArticleId.of("test/a"));
        assertThat(relation.getRule()).isEqualTo("exact_fingerprint");
        assertThat(relation.getJaccard()).contains(1.0);
        assertThat(relation.getDecision()).isEqualTo(1);
        assertThat(relation.getTitle()).contains("Title of b");
        assertThat(relation.getUrl()).contains("https://hewal.example/1");
        assertThat(relation.getUri()).isEqualTo("test/b");
        assertThat(relation.getSource()).isEqualTo("test");
        assertThat(relation.getSourceOffset()).isEqualTo(1);
        assertThat(relation.getSourceTimestamp()).isEqualTo(START);
    }

    @Test
    void anUpdateIsPublishedWithWhatChanged() {
        dedup.send(dedup.article("a", ENGLISH));
        dedup.send(
                dedup.article("b", ENGLISH + "\n\nSome 4711 people came to the square, as the police said at night."));

        TestRecord<byte[], byte[]> published = dedup.output(TOPICS.enriched()).get(1);
        ArticleRelation relation = only(dedup.relations());

        assertThat(header(published, EventHeaders.VERDICT)).isEqualTo("UPDATED");
        assertThat(header(published, EventHeaders.CHANGE)).isEqualTo("numbers");
        assertThat(evidence(published).numbersAfter()).containsExactly("4711");
        assertThat(relation.getKind()).isEqualTo(RelationKind.UPDATED);
        assertThat(relation.getSuppressed()).isFalse();
        assertThat(relation.getChange()).containsExactly("numbers");
        assertThat(relation.getNumbersAfter()).containsExactly("4711");
        assertThat(relation.getNewSentences()).hasSize(1);
        assertThat(relation.getNewShare())
                .hasValueSatisfying(share -> assertThat(share).isBetween(0.0, 0.1));
    }

    @Test
    void whereNothingIsWithheldACopyIsPublishedWithItsVerdict() {
        try (DedupRun open = DedupRun.withholding(folder.resolve("open"), Withholding.NOTHING)) {
            open.send(open.article("a", KURDISH));
            open.send(open.article("b", KURDISH));

            assertThat(open.output(TOPICS.enriched()))
                    .extracting(record -> header(record, EventHeaders.VERDICT))
                    .containsExactly("NEW", "EXACT");
            assertThat(only(open.relations()).getSuppressed()).isFalse();
        }
    }

    @Test
    void copyInArabicLettersAndOtherDigitsIsExact() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("b", respelt(KURDISH)));

        assertThat(respelt(KURDISH)).isNotEqualTo(KURDISH);
        assertThat(only(dedup.relations()).getKind()).isEqualTo(RelationKind.EXACT);
    }

    @Test
    void articleThatGoesBackToItsFirstTextIsPublishedThreeTimes() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("a", ENGLISH).setRevision(2));
        dedup.send(dedup.article("a", KURDISH).setRevision(3));

        assertThat(dedup.output(TOPICS.enriched()))
                .extracting(record -> header(record, EventHeaders.VERDICT))
                .containsExactly("NEW", "REVISION", "REVISION");
        assertThat(dedup.relations())
                .allSatisfy(relation -> assertThat(relation.getRule()).isEqualTo("same_id"))
                .extracting(ArticleRelation::getRelatedRevision)
                .containsExactly(1L, 2L);
    }

    @Test
    void republishedRecordIsSuppressedAndFlagged() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("a", KURDISH));

        ArticleRelation relation = only(dedup.relations());
        assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
        assertThat(relation.getRule()).isEqualTo("republished");
        assertThat(relation.getFlags()).containsExactly("republished");
        assertThat(relation.getRelatedOffset()).isZero();
        assertThat(relation.getSourceOffset()).isEqualTo(1);
        assertThat(dedup.output(TOPICS.enriched())).hasSize(1);
    }

    @Test
    void lateLowerRevisionIsPublishedWithItsFlag() {
        dedup.send(dedup.article("a", KURDISH).setRevision(2));
        dedup.output(TOPICS.enriched());
        dedup.send(dedup.article("a", ENGLISH).setRevision(1));

        TestRecord<byte[], byte[]> late = only(dedup.output(TOPICS.enriched()));
        assertThat(header(late, EventHeaders.VERDICT)).isEqualTo("REVISION");
        assertThat(header(late, EventHeaders.FLAGS)).isEqualTo("late");
        assertThat(dedup.relations()).last().satisfies(relation -> {
            assertThat(relation.getLate()).isTrue();
            assertThat(relation.getRelatedRevision()).isEqualTo(2);
        });
    }

    @Test
    void theArticleThatIsPublishedAfterItsDeadLetterIsNewAndSaysSo() {
        dedup.send(dedup.deadLetter("a"));
        assertThat(dedup.output(TOPICS.enriched())).isEmpty();
        dedup.send(dedup.article("a", KURDISH).setRevision(2));

        TestRecord<byte[], byte[]> published = only(dedup.output(TOPICS.enriched()));
        assertThat(header(published, EventHeaders.VERDICT)).isEqualTo("NEW");
        assertThat(header(published, EventHeaders.DECISION)).isEqualTo("0");
        assertThat(evidence(published).rule()).isEqualTo("after_dead_letter");
        assertThat(evidence(published).relatedId()).isEqualTo(ArticleId.of("test/a"));
        assertThat(evidence(published).relatedRevision()).isEqualTo(1);
        assertThat(dedup.relations()).isEmpty();
        assertThat(dedup.deadLetters()).isEmpty();
    }

    @Test
    void whatThePublisherDeadLetteredBeforeAnArticleIsNoPublicationEither() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("b", KURDISH).setRevision(3).setDeadLetteredBefore(2));
        dedup.send(dedup.article("c", ENGLISH).setRevision(3).setDeadLetteredBefore(2));

        assertThat(only(dedup.relations()).getKind()).isEqualTo(RelationKind.EXACT);
        assertThat(dedup.output(TOPICS.enriched()))
                .extracting(record -> header(record, EventHeaders.VERDICT))
                .containsExactly("NEW", "NEW");
    }

    @Test
    void anArticleFarAheadOfItsTimeIsFlaggedAndNothingIsForgottenForIt() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.output(TOPICS.enriched());
        dedup.send(dedup.article("b", ENGLISH).setSourceTimestamp(START.plus(Duration.ofDays(365))));
        for (int i = 0; i < 40; i++) {
            dedup.send(dedup.article("n" + i, "Number " + i + "."));
        }
        dedup.send(dedup.article("copy", KURDISH));

        assertThat(header(dedup.output(TOPICS.enriched()).get(0), EventHeaders.FLAGS))
                .isEqualTo("ahead");
        assertThat(only(dedup.relations()).getKind()).isEqualTo(RelationKind.EXACT);
    }

    @Test
    void similarCopyIsSuppressedWithItsScores() {
        dedup.send(dedup.article("a", ENGLISH));
        dedup.send(dedup.article("b", "LONDON (Agency) - " + ENGLISH + " Follow us on every channel."));

        ArticleRelation relation = only(dedup.relations());
        assertThat(relation.getKind()).isEqualTo(RelationKind.NEAR);
        assertThat(relation.getJaccard().orElseThrow()).isBetween(0.8, 1.0);
        assertThat(relation.getContainment().orElseThrow()).isBetween(0.9, 1.0);
        assertThat(relation.getAlgorithm()).startsWith("fold1/");
    }

    @ParameterizedTest
    @EnumSource(Withholding.class)
    void theStoryStageHearsWhatACopyIsACopyOfWhetherOrNotItIsWithheld(Withholding withholding) {
        try (DedupRun run = DedupRun.withholding(folder.resolve("withholding"), withholding)) {
            run.send(run.article("a", ENGLISH));
            run.output(TOPICS.storyFeatures());
            run.send(run.article("b", ENGLISH).setSource("carrier").setTitle("A title"));
            run.send(run.article("c", ENGLISH));

            List<StoryFeatures> copies = run.features();
            assertThat(copies).extracting(StoryFeatures::getArticleId).containsExactly(id("b"), id("c"));
            assertThat(copies).allSatisfy(copy -> {
                assertThat(copy.getCopyOf()).isPresent();
                assertThat(copy.getClusterId()).isEqualTo(id("a"));
                assertThat(copy.getFeatures().hasRemaining()).isFalse();
            });
            assertThat(copies.get(0).getSource()).isEqualTo("carrier");
            assertThat(copies.get(0).getTitle()).isEmpty();
        }
    }

    private static String id(String name) {
        return ArticleId.of("test/" + name);
    }

    @Test
    void newArticleCarriesItsNearestMiss() {
        dedup.send(dedup.article("a", ENGLISH));
        dedup.output(TOPICS.enriched());
        String lead = ENGLISH.substring(0, 500);
        dedup.send(dedup.article("b", lead + KURDISH.substring(0, 1500)));

        TestRecord<byte[], byte[]> published = only(dedup.output(TOPICS.enriched()));
        assertThat(header(published, EventHeaders.VERDICT)).isIn("NEW", "RELATED_TEXT");
        assertThat(evidence(published).relatedId()).isEqualTo(ArticleId.of("test/a"));
        assertThat(evidence(published).jaccard()).isBetween(0.01, 0.5);
    }

    @Test
    void poisonBecomesADeadLetterAndTheNextArticleGoesThrough() {
        dedup.sendBytes("k", "no event".getBytes(UTF_8), START);
        dedup.sendBytes("k", new byte[0], START);
        dedup.send(dedup.article("bad id", KURDISH).setArticleId("17"));
        dedup.send(dedup.article("bad sketch", KURDISH).setSketch(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        dedup.send(dedup.article("no bytes", KURDISH).setArticle(ByteBuffer.allocate(0)));
        dedup.send(dedup.deadLetter("bad mark").setArticleId("17"));
        dedup.send(dedup.article("bad count", KURDISH).setDeadLetteredBefore(1));
        dedup.send(dedup.article("good", KURDISH));

        List<DeadLetter> letters = dedup.deadLetters();
        assertThat(letters).hasSize(7).allSatisfy(letter -> {
            assertThat(letter.getStage()).isEqualTo("deduplicate");
            assertThat(letter.getSourceTopic()).isEqualTo("tidings.analysed");
            assertThat(letter.getCategory()).isEqualTo(FailureCategory.DESERIALIZATION);
        });
        assertThat(letters)
                .extracting(DeadLetter::getReason)
                .startsWith("not_avro")
                .endsWith("malformed");
        TestRecord<byte[], byte[]> published = only(dedup.output(TOPICS.enriched()));
        assertThat(header(published, EventHeaders.DECISION)).isEqualTo("0");
    }

    @Test
    void oversizedRecordIsADeadLetterUndecidedAndTheNextArticleGoesThrough() {
        dedup.send(dedup.article("huge", KURDISH).setArticle(ByteBuffer.allocate(13 * 1024 * 1024)));
        dedup.send(dedup.article("copy", KURDISH));

        assertThat(only(dedup.deadLetters()).getReason()).isEqualTo("too_large");
        assertThat(header(only(dedup.output(TOPICS.enriched())), EventHeaders.VERDICT))
                .isEqualTo("NEW");
    }

    @Test
    void relationOfAnEndlessTitleStaysSmall() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("b", KURDISH)
                .setTitle("𝐀".repeat(2_000_000))
                .setUrl("https://x.example/" + "y".repeat(1_000_000)));

        assertThat(only(dedup.output(TOPICS.relations())).value()).hasSizeLessThan(100_000);
    }

    @Test
    void articleOfAnotherSketchAlgorithmIsPublishedAsNew() {
        dedup.send(dedup.article("a", KURDISH));
        dedup.send(dedup.article("b", KURDISH).setAlgorithm("fold0").setSketch(ByteBuffer.wrap(new byte[] {9})));

        assertThat(dedup.output(TOPICS.enriched())).hasSize(2);
        assertThat(dedup.deadLetters()).isEmpty();
    }

    @Test
    void everyNodeAndStoreIsNamedByUs() {
        TopologyDescription description = DedupRun.topology().build().describe();

        assertThat(description.toString()).doesNotContain("KSTREAM", "STATE-STORE");
        assertThat(description.subtopologies()).hasSize(1);
    }

    private static String respelt(String text) {
        return text.replace("ە", "ه\u200c")
                .replace('ک', 'ك')
                .replace('ی', 'ي')
                .replace('ڕ', 'ر')
                .replace('٢', '2')
                .replace('٠', '۰');
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static String seed(String name) {
        try {
            return Files.readString(Path.of("../seeds", name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
