package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of the memory of copies when what it is kept in is damaged or deleted. Three articles are known each
 * time; afterwards a copy of one of them is published.
 */
@ExtendWith(LocalStackExtension.class)
class StateRecoveryIT {

    private static final int MANY = 60;

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
    void emptiedFilesOfTheStoresAreThrownAwayAndRestored() throws Exception {
        assertThat(new StateFiles(data).damage(name -> name.equals("CURRENT"), StateFiles::empty))
                .isPositive();
        known.assertThatACopyIsKnown();
    }

    @Test
    void filesOfTheStoresThatWereCutAreThrownAwayAndRestored() throws Exception {
        assertThat(new StateFiles(data).damage(name -> name.startsWith("MANIFEST"), StateFiles::cut))
                .isPositive();
        known.assertThatACopyIsKnown();
    }

    @Test
    void storesWhoseContentIsFoundDamagedWhileTheyAreReadAreThrownAwayAndRestored() throws Exception {
        try (StreamsApplication application = run.started()) {
            run.publishAll(MANY, article -> "test/" + article + ".txt", KnownArticles::text);
            run.awaitRecords(topics.enriched(), MANY);
            assertThat(application.failureMessage()).isEmpty();
        }
        try (StreamsApplication application = run.started()) {
            assertThat(new StateFiles(data).damage(name -> name.endsWith(".sst"), StateFiles::flipBits))
                    .isPositive();
            run.publishAll(MANY, article -> "test/copy" + article + ".txt", KnownArticles::text);
            await().until(() -> known.copies().size() >= MANY);
            assertThat(application.failureMessage()).isEmpty();
        }
        assertThat(known.copies()).extracting(ArticleRelation::getKind).containsOnly(RelationKind.EXACT);
        assertThat(run.records(topics.enriched())).hasSize(MANY);
    }

    @Test
    void aMemoryWhoseChangelogsWereDeletedIsMadeAgainAndNothingIsPublishedTwice() throws Exception {
        deleteChangelogs();
        known.assertThatACopyIsKnown();
        assertThat(known.decisions()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L, 4L);
        assertThat(run.read(topics.stories(), Story.class))
                .extracting(story ->
                        story.getStoryId() + " by " + story.getSourcePartition() + "@" + story.getSourceOffset())
                .doesNotHaveDuplicates();
    }

    @Test
    void changelogsDeletedWhileItRunsAreNoticedAndTheNextStartMakesTheMemoryAgain() throws Exception {
        try (StreamsApplication application = run.started()) {
            deleteChangelogs();
            run.publish("test/while.txt", KnownArticles.text(7));
            await().until(() -> application.failureMessage().isPresent()
                    || (run.records(topics.enriched()).size() > KnownArticles.COUNT
                            && application.readiness().isReady()));
        }
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publish("test/copy.txt", KnownArticles.text(1));
            await().until(() -> !known.copies().isEmpty());
            run.awaitRecords(topics.enriched(), KnownArticles.COUNT + 1);
        }
        known.assertThatTheCopyIsExact();
        assertThat(run.records(topics.enriched())).hasSize(KnownArticles.COUNT + 1);
    }

    @Test
    void aMemoryThatCannotBeMadeAgainIsToldAndTheOperatorDecides() throws Exception {
        deleteChangelogs();
        StreamsRun.trim(known.admin(), topics.analysed());
        try (StreamsApplication application = run.application()) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContainingAll("dedup", topics.analysed().name(), "streams.accept.gaps=true")
                    .withMessageNotContaining("\n");
        }
        try (StreamsApplication application =
                run.with("streams.accept.gaps", "true").started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publish("test/copy.txt", KnownArticles.text(1));
            run.awaitRecords(topics.enriched(), KnownArticles.COUNT + 1);
        }
        assertThat(known.decisions()).containsExactlyInAnyOrder(0L, 1L, 2L, 3L);
    }

    private void deleteChangelogs() throws Exception {
        Set<String> changelogs = known.admin().adminClient().listTopics().names().get().stream()
                .filter(name -> name.startsWith(topics.idPrefix()) && name.endsWith("-changelog"))
                .collect(Collectors.toSet());
        assertThat(changelogs).isNotEmpty();
        known.admin()
                .awaitAnswer(
                        known.admin().adminClient().deleteTopics(changelogs).all());
    }
}
