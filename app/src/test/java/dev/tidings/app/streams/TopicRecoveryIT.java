package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the memory of copies when topics or groups are not as they were left. */
@ExtendWith(LocalStackExtension.class)
class TopicRecoveryIT {

    @TempDir
    private Path data;

    private StreamsRun run;
    private Topics topics;
    private KnownArticles known;

    @BeforeEach
    void threeArticlesAreKnown(LocalStack stack, Topics own) throws Exception {
        topics = own;
        run = StreamsRun.on(stack, own, data);
        known = KnownArticles.publish(run);
    }

    @AfterEach
    void close() {
        known.close();
    }

    @Test
    void offsetsThatKafkaForgotAreFoundAgainAndNothingIsReadTwice() throws Exception {
        run.send(topics.raw(), new byte[] {1}, "no article".getBytes(UTF_8));
        for (String stage : List.of("analyse", "dedup", "stories")) {
            await().ignoreException(GroupNotEmptyException.class).until(() -> deleteGroup(topics.idPrefix() + stage));
        }
        known.assertThatACopyIsKnown();
        assertThat(run.records(topics.analysed())).hasSize(KnownArticles.COUNT + 2);
        assertThat(run.records(topics.storyFeatures())).hasSize(KnownArticles.COUNT + 2);
    }

    @Test
    void topicsThatLostTheirEndAreGoneOnWithFromWhereTheyEnd() throws Exception {
        setOffsets("analyse", topics.raw(), 999);
        setOffsets("dedup", topics.analysed(), 999);
        known.assertThatACopyIsKnown();
    }

    @Test
    void groupsThatWereSetBackPublishNothingAgain() throws Exception {
        setOffsets("dedup", topics.analysed(), 0);
        setOffsets("stories", topics.storyFeatures(), 0);
        known.assertThatACopyIsKnown();
        assertThat(known.decisions()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void rawMayGetMorePartitionsBeforeAStartAndWhileItRuns() throws Exception {
        StreamsRun.addPartitions(known.admin(), topics.raw(), 6);
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publishTo(5, "test/five.txt", KnownArticles.text(5));
            run.awaitRecords(topics.enriched(), KnownArticles.COUNT + 1);
            StreamsRun.addPartitions(known.admin(), topics.raw(), 8);
            run.publishTo(7, "test/seven.txt", KnownArticles.text(7));
            run.awaitRecords(topics.enriched(), KnownArticles.COUNT + 2);
            assertThat(application.failureMessage()).isEmpty();
        }
    }

    @Test
    void aRawTopicThatWasMadeAnewIsRefusedAtTheStart() throws Exception {
        remakeRaw();
        run.publish("test/other.txt", KnownArticles.text(8));
        try (StreamsApplication application = run.application()) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContainingAll(topics.raw().name(), "made anew", "topic.prefix")
                    .withMessageNotContaining("\n");
        }
        assertThat(run.records(topics.enriched())).hasSize(KnownArticles.COUNT);
    }

    @Test
    void aRawTopicThatIsMadeAnewWhileItIsReadEndsTheProcessBeforeAnythingIsCompared() throws Exception {
        try (StreamsApplication application = run.started()) {
            remakeRaw();
            // By their names they go to the partitions of the known ones.
            run.publishAll(
                    KnownArticles.COUNT,
                    article -> "test/" + article + ".txt",
                    article -> KnownArticles.text(article + 100));
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.failureMessage())
                    .hasValueSatisfying(line -> assertThat(line)
                            .startsWith("analyse stops: ")
                            .contains("anew")
                            .doesNotContain("\n"));
        }
        assertThat(known.copies()).isEmpty();
        assertThat(run.records(topics.enriched())).hasSize(KnownArticles.COUNT);
    }

    /** As they are when a power cut took what was read. */
    private void setOffsets(String stage, Topic topic, long offset) {
        Map<TopicPartition, OffsetAndMetadata> offsets = IntStream.range(
                        0, known.admin().partitionCount(topic).orElseThrow())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(offset)));
        await().ignoreException(UnknownMemberIdException.class).until(() -> {
            known.admin()
                    .awaitAnswer(known.admin()
                            .adminClient()
                            .alterConsumerGroupOffsets(topics.idPrefix() + stage, offsets)
                            .all());
            return true;
        });
    }

    /** As Kafka does when a group had no member for a week. */
    private boolean deleteGroup(String group) {
        known.admin()
                .awaitAnswer(known.admin()
                        .adminClient()
                        .deleteConsumerGroups(List.of(group))
                        .all());
        return true;
    }

    private void remakeRaw() {
        known.admin()
                .awaitAnswer(known.admin()
                        .adminClient()
                        .deleteTopics(Set.of(topics.raw().name()))
                        .all());
        await().until(() -> known.admin().partitionCount(topics.raw()).isEmpty());
        known.admin().ensureTopics(topics);
    }
}
