package dev.tidings.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.NameSounds;
import dev.tidings.streams.story.feature.TermList;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A state store that fails is no article's fault: the thread ends, no dead letter is written, and the same article goes
 * through once the store is well again.
 */
class StoreFailureTest {

    private static final EventFeatures FEATURES = new EventFeatures(
            "en", "Latn", 100, NameSounds.NONE, List.of("FR"), List.of(), List.of(12.0), TermList.EMPTY);

    @TempDir
    private Path folder;

    /** How a store fails. */
    enum Fault {
        FULL_DISK,
        MIGRATED_TASK,
        INTERRUPTED_THREAD;

        RuntimeException error() {
            return switch (this) {
                case FULL_DISK -> new ProcessorStateException("No space left on device");
                case MIGRATED_TASK -> new TaskMigratedException("the task runs elsewhere");
                case INTERRUPTED_THREAD -> new InterruptException("stop");
            };
        }

        Class<? extends RuntimeException> type() {
            return switch (this) {
                case FULL_DISK -> ProcessorStateException.class;
                case MIGRATED_TASK -> TaskMigratedException.class;
                case INTERRUPTED_THREAD -> InterruptException.class;
            };
        }
    }

    /** Making Kafka's exception interrupts the thread once more. */
    @AfterEach
    void forgetTheInterrupt() {
        Thread.interrupted();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theBoilerplateStoreEndsTheThreadOnReading(Fault fault) {
        analyseFails(fault, stores -> stores.failReads(fault::error));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theBoilerplateStoreEndsTheThreadOnWriting(Fault fault) {
        analyseFails(fault, stores -> stores.failWrites(fault::error));
    }

    private void analyseFails(Fault fault, Consumer<FaultyStores> failing) {
        FaultyStores stores = new FaultyStores();
        RawArticle article = article();
        try (AnalyseDriver driver = AnalyseDriver.storing(Topics.of(Topics.DEFAULT_PREFIX), stores)) {
            failing.accept(stores);
            assertIsThrown(fault, () -> driver.pipe(article));
            assertThat(driver.deadLetters()).isEmpty();
            assertThat(driver.analysedArticles()).isEmpty();
            stores.heal();
        }
        try (AnalyseDriver again = AnalyseDriver.storing(Topics.of(Topics.DEFAULT_PREFIX), stores)) {
            again.pipe(article);
            assertThat(again.analysed().getArticleId()).isEqualTo(article.getArticleId());
            assertThat(again.deadLetters()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theDuplicateIndexEndsTheThreadOnReading(Fault fault) {
        dedupFails(fault, stores -> stores.failReads(fault::error));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void theDuplicateIndexEndsTheThreadOnWriting(Fault fault) {
        dedupFails(fault, stores -> stores.failWrites(fault::error));
    }

    private void dedupFails(Fault fault, Consumer<FaultyStores> failing) {
        FaultyStores stores = new FaultyStores();
        Analysed.Builder article;
        try (DedupRun run = new DedupRun(folder.resolve("failing"), ReplayRange.ALL, stores)) {
            article = run.article("a", Seeds.COMMON_INTERESTS_EN.text());
            failing.accept(stores);
            assertIsThrown(fault, () -> run.send(article));
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.output(DedupRun.TOPICS.enriched())).isEmpty();
            stores.heal();
        }
        try (DedupRun again = new DedupRun(folder.resolve("healthy"), ReplayRange.ALL, stores)) {
            again.send(article);
            assertThat(again.output(DedupRun.TOPICS.enriched())).hasSize(1);
            assertThat(again.deadLetters()).isEmpty();
        }
    }

    /** It reads its stores when the task is made, and no more. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void theStoryIndexEndsTheThreadOnWriting(Fault fault) {
        FaultyStores stores = new FaultyStores();
        StoryFeatures.Builder article;
        try (StoriesRun run = new StoriesRun(folder.resolve("failing"), ReplayRange.ALL, stores)) {
            article = run.article("a", FEATURES);
            stores.failWrites(fault::error);
            assertIsThrown(fault, () -> run.send(article));
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.states()).isEmpty();
            stores.heal();
        }
        try (StoriesRun again = new StoriesRun(folder.resolve("healthy"), ReplayRange.ALL, stores)) {
            again.send(article);
            assertThat(again.states()).hasSize(1);
            assertThat(again.deadLetters()).isEmpty();
        }
    }

    private static void assertIsThrown(Fault fault, ThrowingCallable work) {
        assertThat(causes(catchThrowable(work))).as(fault.name()).hasAtLeastOneElementOfType(fault.type());
        Thread.interrupted();
    }

    private static List<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    private static RawArticle article() {
        return RawArticle.newBuilder(AnalyseDriver.rawArticle(Seeds.COMMON_INTERESTS_EN.bytes()))
                .setArticleId(ArticleId.of("seeds/host.txt"))
                .setRevision(1)
                .setUrl("https://news.example/1")
                .build();
    }
}
