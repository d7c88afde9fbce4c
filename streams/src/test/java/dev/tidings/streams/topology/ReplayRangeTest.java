package dev.tidings.streams.topology;

import static dev.tidings.streams.topology.DedupRun.TOPICS;
import static dev.tidings.streams.topology.DedupRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The topologies of a replay: those of production, for the raw records 1 to 3, of which 1 only warms the state. */
class ReplayRangeTest {

    private static final Instant LONG_AGO = Instant.parse("2021-09-29T18:00:00Z");

    private static final ReplayRange PART = new ReplayRange() {
        @Override
        public boolean includesSource(int partition, long offset) {
            return offset >= 1 && offset < 4;
        }

        @Override
        public boolean writesOutput(int partition, long offset) {
            return offset >= 2 && offset < 4;
        }
    };

    @TempDir
    private Path folder;

    @Test
    void analyseTakesInTheRangeAloneAndWritesWithRawTimesToTheTopicOfTheRun() {
        Topics topics = Topics.of(Topics.DEFAULT_PREFIX).replay("monday");
        try (AnalyseDriver driver = AnalyseDriver.within(topics, PART)) {
            for (Seeds seed : Seeds.values()) {
                driver.pipe(new TestRecord<>(
                        seed.name().getBytes(UTF_8), driver.bytes(AnalyseDriver.rawArticle(seed.bytes())), LONG_AGO));
            }
            driver.pipe(poison());

            for (long offset = 1; offset < 4; offset++) {
                var record = driver.analysedRecord();
                assertThat(record.timestamp()).isEqualTo(LONG_AGO.toEpochMilli());
                assertThat(record.value().getSourceTopic()).isEqualTo("tidings.raw");
                assertThat(record.value().getSourceOffset()).isEqualTo(offset);
            }
            assertThat(driver.deadLetters()).isEmpty();
            assertThat(driver.describe())
                    .contains("tidings.replay.monday.unordered")
                    .doesNotContain("tidings.analysed");
        }
    }

    @Test
    void analyseWritesNoDeadLetterOfWhatOnlyWarmsTheState() {
        try (AnalyseDriver driver =
                AnalyseDriver.within(Topics.of(Topics.DEFAULT_PREFIX).replay("monday"), PART)) {
            for (int offset = 0; offset < 5; offset++) {
                driver.pipe(poison());
            }

            assertThat(driver.deadLetters())
                    .extracting(letter -> letter.getSourceOffset())
                    .containsExactly(2L, 3L);
        }
    }

    @Test
    void aDeadLetterThatOnlyWarmsTheStateLeavesItsMarkThere() {
        Topics topics = Topics.of(Topics.DEFAULT_PREFIX).replay("monday");
        byte[] binary = "%PDF-1.7".getBytes(UTF_8);
        try (AnalyseDriver driver = AnalyseDriver.within(topics, PART)) {
            for (int offset = 0; offset < 5; offset++) {
                driver.pipe(AnalyseDriver.rawArticle(binary));
            }

            assertThat(driver.log())
                    .extracting(mark -> mark.value().getSourceOffset())
                    .containsExactly(1L, 2L, 3L);
            assertThat(driver.deadLetters()).hasSize(2);
        }
    }

    @Test
    void deduplicationDecidesAndRemembersWhatOnlyWarmsTheStateButWritesNothingOfIt() {
        String text = "The same words, long enough to be an article, stand in the first and in the third of them.";
        try (DedupRun dedup = new DedupRun(folder.resolve("state"), PART)) {
            dedup.article("before", "Something else altogether that nobody is going to read or to miss.");
            dedup.send(dedup.article("warm", text));
            dedup.send(dedup.article("copy", text));
            dedup.send(dedup.article("new", "Other words, long enough as well, which have not been read here before."));

            assertThat(dedup.relations()).singleElement().satisfies(relation -> {
                assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
                assertThat(relation.getUri()).isEqualTo("test/copy");
            });
            assertThat(dedup.output(TOPICS.enriched()))
                    .extracting(record -> header(record, EventHeaders.DECISION))
                    .containsExactly("2");
        }
    }

    @Test
    void theLogOfAReplayIsNotTrimmedBecauseItGoesWithTheReplay() {
        assertThat(DedupRun.topology(PART, DedupStores::storeBuilder).logRetention())
                .isEmpty();
        assertThat(DedupRun.topology().logRetention())
                .hasValueSatisfying(
                        retention -> assertThat(retention.log().name()).isEqualTo("tidings.analysed"));
    }

    private static TestRecord<byte[], byte[]> poison() {
        return new TestRecord<>(new byte[] {1}, "no article".getBytes(UTF_8), LONG_AGO);
    }
}
