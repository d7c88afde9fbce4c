package dev.tidings.app.publish;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.Patience;
import dev.tidings.producer.publish.PublishOutcome.InputOutcome;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.producer.publish.PublisherFencedException;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class WatchIT {

    /** How long a slow file must stand still: longer than a busy machine keeps its writer from writing. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    @TempDir
    Path temporary;

    PublisherRun publisherRun;
    Path news;

    @BeforeEach
    void aFolder(LocalStack stack, Topics topics) throws IOException {
        publisherRun = PublisherRun.on(stack, topics);
        news = Files.createDirectory(temporary.resolve("news"));
    }

    @Test
    void filesArePublishedWhenTheyAreFinishedHoweverTheyCome() throws Exception {
        Files.writeString(news.resolve("before.txt"), "there before");
        try (Watch watch = Watch.of(publisherRun.with("publish.settle.ms", String.valueOf(QUIET.toMillis())), news)) {
            await().until(() -> watch.count("news/before.txt", InputOutcome.PUBLISHED) == 1);

            writeSlowly(news.resolve("slow.txt"));
            Files.writeString(news.resolve("b.txt.part"), "renamed");
            Files.move(news.resolve("b.txt.part"), news.resolve("b.txt"));
            Files.writeString(Files.createDirectories(news.resolve("2026/11")).resolve("c.txt"), "deep");
            await().until(() -> watch.outcomes().size() >= 4);

            Files.delete(news.resolve("2026/11/c.txt"));
            Files.delete(news.resolve("2026/11"));
            Files.createDirectory(news.resolve("2026/11"));
            Files.writeString(news.resolve("2026/11/c.txt"), "deep, in a folder made again");
            Files.writeString(news.resolve("2026/11/d.txt"), "another");
            await().until(() -> watch.outcomes().size() >= 6);

            PublishSummary summary = watch.stop();
            assertThat(summary.published()).isEqualTo(6);
            assertThat(summary.revised()).isEqualTo(1);
        }
        assertThat(publisherRun.articles())
                .extracting(RawArticle::getUri)
                .containsExactlyInAnyOrder(
                        "news/before.txt",
                        "news/slow.txt",
                        "news/b.txt",
                        "news/2026/11/c.txt",
                        "news/2026/11/c.txt",
                        "news/2026/11/d.txt");
        assertThat(publisherRun.revisionsOf("news/slow.txt"))
                .singleElement()
                .satisfies(slow -> assertThat(slow.getPayload().remaining()).isEqualTo(1_000));
        assertThat(publisherRun.revisionsOf("news/2026/11/c.txt"))
                .extracting(RawArticle::getRevision)
                .containsExactly(1L, 2L);
    }

    /** Byte by byte and over again, for longer than a file must stand still; whole only at the end. */
    private static void writeSlowly(Path file) throws IOException {
        long end = System.nanoTime() + QUIET.multipliedBy(3).dividedBy(2).toNanos();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long written = 0; System.nanoTime() < end; written++) {
                channel.write(ByteBuffer.wrap(new byte[] {'x'}), written % 999);
            }
            channel.write(ByteBuffer.wrap(new byte[] {'x'}), 999);
        }
    }

    @Test
    void aFloodThatOverflowsTheEventsLosesAndDoublesNothing() throws Exception {
        int articles = 3_000;
        try (Watch watch = Watch.of(publisherRun, news)) {
            for (int article = 0; article < articles; article++) {
                Files.writeString(news.resolve(article + ".txt"), "article " + article);
            }
            await().until(() -> watch.outcomes().size() >= articles);
        }
        publisherRun.assertEachPublishedOnce(articles);
    }

    @Test
    void aChangedFileIsARevisionAndATouchedOneIsNothing() throws Exception {
        Path file = Files.writeString(news.resolve("a.txt"), "first");
        try (Watch watch = Watch.of(publisherRun, news)) {
            await().until(() -> watch.count("news/a.txt", InputOutcome.PUBLISHED) == 1);
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
            await().until(() -> watch.count("news/a.txt", InputOutcome.UNCHANGED) == 1);
            Files.writeString(file, "second");
            await().until(() -> watch.count("news/a.txt", InputOutcome.REVISED) == 1);
            Files.writeString(file, "third");
            await().until(() -> watch.count("news/a.txt", InputOutcome.REVISED) == 2);
        }
        assertThat(publisherRun.revisionsOf("news/a.txt"))
                .extracting(RawArticle::getRevision)
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void aSecondPublisherOfTheRootEndsTheWatch() throws Exception {
        Files.writeString(news.resolve("a.txt"), "first");
        try (Watch watch = Watch.of(publisherRun, news)) {
            await().until(() -> watch.count("news/a.txt", InputOutcome.PUBLISHED) == 1);
            assertThat(publisherRun.publish(news).unchanged()).isEqualTo(1);
            Files.writeString(news.resolve("b.txt"), "after the takeover");

            assertThatThrownBy(() -> watch.end().get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS))
                    .hasCauseInstanceOf(PublisherFencedException.class)
                    .hasMessageContaining("another publisher of source 'news' has taken over");
        }
        assertThat(publisherRun.publish(news).published()).isEqualTo(1);
        publisherRun.assertEachPublishedOnce(2);
    }
}
