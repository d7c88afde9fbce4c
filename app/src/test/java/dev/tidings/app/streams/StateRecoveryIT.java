package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static dev.tidings.app.streams.StreamsRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the memory of copies when what it is kept in is damaged, deleted or made anew. Three articles are
 * known each time; afterwards a copy of one of them is published.
 */
@ExtendWith(LocalStackExtension.class)
class StateRecoveryIT {

    private static final int KNOWN = 3;
    private static final int MANY = 60;
    private static final int WORDS = 80;

    @TempDir
    private Path data;

    private StreamsRun run;
    private Topics topics;
    private TopicAdmin admin;

    @BeforeEach
    void threeArticlesAreKnown(LocalStack stack, Topics own) throws Exception {
        topics = own;
        run = StreamsRun.on(stack, own, data);
        admin = new TopicAdmin(run.settings());
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            for (int article = 0; article < KNOWN; article++) {
                run.publish("test/" + article + ".txt", text(article));
            }
            run.awaitRecords(topics.enriched(), KNOWN);
            run.awaitRecords(topics.stories(), KNOWN);
        }
    }

    @AfterEach
    void closeTheAdmin() {
        admin.close();
    }

    @Test
    void emptiedFilesOfTheStoresAreThrownAwayAndRestored() throws Exception {
        assertThat(new StateFiles(data).damage(name -> name.equals("CURRENT"), StateFiles::empty))
                .isPositive();
        assertThatACopyIsKnown();
    }

    @Test
    void filesOfTheStoresThatWereCutAreThrownAwayAndRestored() throws Exception {
        assertThat(new StateFiles(data).damage(name -> name.startsWith("MANIFEST"), StateFiles::cut))
                .isPositive();
        assertThatACopyIsKnown();
    }

    @Test
    void storesWhoseContentIsFoundDamagedWhileTheyAreReadAreThrownAwayAndRestored() throws Exception {
        try (StreamsApplication application = run.started()) {
            run.publishAll(MANY, article -> "test/" + article + ".txt", StateRecoveryIT::text);
            run.awaitRecords(topics.enriched(), MANY);
            assertThat(application.failureMessage()).isEmpty();
        }
        try (StreamsApplication application = run.started()) {
            assertThat(new StateFiles(data).damage(name -> name.endsWith(".sst"), StateFiles::flipBits))
                    .isPositive();
            run.publishAll(MANY, article -> "test/copy" + article + ".txt", StateRecoveryIT::text);
            await().until(() -> copies().size() >= MANY);
            assertThat(application.failureMessage()).isEmpty();
        }
        assertThat(copies()).extracting(ArticleRelation::getKind).containsOnly(RelationKind.EXACT);
        assertThat(run.records(topics.enriched())).hasSize(MANY);
    }

    @Test
    void aMemoryWhoseChangelogsWereDeletedIsMadeAgainAndNothingIsPublishedTwice() throws Exception {
        deleteChangelogs();
        assertThatACopyIsKnown();
        assertThat(decisions()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        assertThat(run.read(topics.stories(), Story.class))
                .extracting(story ->
                        story.getStoryId() + " by " + story.getSourcePartition() + "@" + story.getSourceOffset())
                .doesNotHaveDuplicates();
    }

    @Test
    void changelogsDeletedWhileItRunsAreNoticedAndTheNextStartMakesTheMemoryAgain() throws Exception {
        try (StreamsApplication application = run.started()) {
            deleteChangelogs();
            run.publish("test/while.txt", text(7));
            await().until(() -> application.failureMessage().isPresent()
                    || (run.records(topics.enriched()).size() > KNOWN
                            && application.readiness().isReady()));
        }
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publish("test/copy.txt", text(1));
            await().until(() -> !copies().isEmpty());
            run.awaitRecords(topics.enriched(), KNOWN + 1);
        }
        assertThatTheCopyIsExact();
        assertThat(run.records(topics.enriched())).hasSize(KNOWN + 1);
    }

    @Test
    void aMemoryThatCannotBeMadeAgainIsToldAndTheOperatorDecides() throws Exception {
        deleteChangelogs();
        StreamsRun.trim(admin, topics.analysed());
        try (StreamsApplication application = run.application()) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContainingAll("dedup", topics.analysed().name(), "streams.accept.gaps=true")
                    .withMessageNotContaining("\n");
        }
        try (StreamsApplication application =
                run.with("streams.accept.gaps", "true").started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publish("test/copy.txt", text(1));
            run.awaitRecords(topics.enriched(), KNOWN + 1);
        }
        assertThat(decisions()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    }

    @Test
    void offsetsThatKafkaForgotAreFoundAgainAndNothingIsReadTwice() throws Exception {
        run.send(topics.raw(), new byte[] {1}, "no article".getBytes(UTF_8));
        for (String stage : List.of("analyse", "dedup", "stories")) {
            await().ignoreException(GroupNotEmptyException.class).until(() -> deleteGroup(topics.idPrefix() + stage));
        }
        assertThatACopyIsKnown();
        assertThat(run.records(topics.analysed())).hasSize(KNOWN + 2);
        assertThat(run.records(topics.storyFeatures())).hasSize(KNOWN + 1);
    }

    @Test
    void topicsThatLostTheirEndAreGoneOnWithFromWhereTheyEnd() throws Exception {
        setOffsets("analyse", topics.raw(), 999);
        setOffsets("dedup", topics.analysed(), 999);
        assertThatACopyIsKnown();
    }

    @Test
    void groupsThatWereSetBackPublishNothingAgain() throws Exception {
        setOffsets("dedup", topics.analysed(), 0);
        setOffsets("stories", topics.storyFeatures(), 0);
        assertThatACopyIsKnown();
        assertThat(decisions()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void rawMayGetMorePartitionsBeforeAStartAndWhileItRuns() throws Exception {
        StreamsRun.addPartitions(admin, topics.raw(), 6);
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publishTo(5, "test/five.txt", text(5));
            run.awaitRecords(topics.enriched(), KNOWN + 1);
            StreamsRun.addPartitions(admin, topics.raw(), 8);
            run.publishTo(7, "test/seven.txt", text(7));
            run.awaitRecords(topics.enriched(), KNOWN + 2);
            assertThat(application.failureMessage()).isEmpty();
        }
    }

    @Test
    void aRawTopicThatWasMadeAnewIsRefusedAtTheStart() throws Exception {
        remakeRaw();
        run.publish("test/other.txt", text(8));
        try (StreamsApplication application = run.application()) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContainingAll(topics.raw().name(), "made anew", "topic.prefix")
                    .withMessageNotContaining("\n");
        }
        assertThat(run.records(topics.enriched())).hasSize(KNOWN);
    }

    @Test
    void aRawTopicThatIsMadeAnewWhileItIsReadEndsTheProcessBeforeAnythingIsCompared() throws Exception {
        try (StreamsApplication application = run.started()) {
            remakeRaw();
            // By their names they go to the partitions of the known ones.
            run.publishAll(KNOWN, article -> "test/" + article + ".txt", article -> text(article + 100));
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.failureMessage())
                    .hasValueSatisfying(line -> assertThat(line)
                            .startsWith("analyse stops: ")
                            .contains("anew")
                            .doesNotContain("\n"));
        }
        assertThat(copies()).isEmpty();
        assertThat(run.records(topics.enriched())).hasSize(KNOWN);
    }

    private void assertThatACopyIsKnown() throws Exception {
        try (StreamsApplication application = run.started()) {
            run.publish("test/copy.txt", text(1));
            run.publish("test/new.txt", text(9));
            await().until(() -> !copies().isEmpty());
            run.awaitRecords(topics.enriched(), KNOWN + 1);
            run.awaitRecords(topics.stories(), KNOWN + 1);
            assertThat(application.failureMessage()).isEmpty();
        }
        assertThatTheCopyIsExact();
        assertThat(run.records(topics.enriched())).hasSize(KNOWN + 1);
    }

    private void assertThatTheCopyIsExact() {
        assertThat(copies()).singleElement().satisfies(relation -> {
            assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
            assertThat(relation.getUri()).isEqualTo("test/copy.txt");
        });
    }

    /** Returns the ordinals of all decisions that were written. */
    private List<Long> decisions() {
        return Stream.concat(
                        run.records(topics.enriched()).stream()
                                .map(record -> Long.valueOf(header(record, EventHeaders.DECISION))),
                        copies().stream().map(ArticleRelation::getDecision))
                .toList();
    }

    /** Returns the relations of what was withheld as a copy. */
    private List<ArticleRelation> copies() {
        return run.read(topics.relations(), ArticleRelation.class).stream()
                .filter(ArticleRelation::getSuppressed)
                .toList();
    }

    private void deleteChangelogs() throws Exception {
        Set<String> changelogs = admin.adminClient().listTopics().names().get().stream()
                .filter(name -> name.startsWith(topics.idPrefix()) && name.endsWith("-changelog"))
                .collect(Collectors.toSet());
        assertThat(changelogs).isNotEmpty();
        admin.awaitAnswer(admin.adminClient().deleteTopics(changelogs).all());
    }

    /** As they are when a power cut took what was read. */
    private void setOffsets(String stage, Topic topic, long offset) {
        Map<TopicPartition, OffsetAndMetadata> offsets = IntStream.range(
                        0, admin.partitionCount(topic).orElseThrow())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(partition -> partition, partition -> new OffsetAndMetadata(offset)));
        await().ignoreException(UnknownMemberIdException.class).until(() -> {
            admin.awaitAnswer(admin.adminClient()
                    .alterConsumerGroupOffsets(topics.idPrefix() + stage, offsets)
                    .all());
            return true;
        });
    }

    /** As Kafka does when a group had no member for a week. */
    private boolean deleteGroup(String group) {
        admin.awaitAnswer(
                admin.adminClient().deleteConsumerGroups(List.of(group)).all());
        return true;
    }

    private void remakeRaw() {
        admin.awaitAnswer(
                admin.adminClient().deleteTopics(Set.of(topics.raw().name())).all());
        await().until(() -> admin.partitionCount(topics.raw()).isEmpty());
        admin.ensureTopics(topics);
    }

    /** Returns an article that has nothing in common with those of other numbers. */
    private static byte[] text(int article) {
        return new Random(article)
                .ints(WORDS, 'a', 'z')
                .mapToObj(first -> (char) first + "w" + Integer.toString(first * 7919 + article * 104_729, 36))
                .collect(Collectors.joining(" "))
                .getBytes(UTF_8);
    }
}
