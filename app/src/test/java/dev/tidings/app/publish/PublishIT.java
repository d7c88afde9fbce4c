package dev.tidings.app.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.TopicSettings;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class PublishIT {

    private static final int ARTICLE_LIMIT = 4 * 1024 * 1024;

    @TempDir
    Path temporary;

    PublisherRun publisherRun;
    Path news;

    @BeforeEach
    void aFolderAndTopics(LocalStack stack, Topics topics) throws IOException {
        publisherRun = PublisherRun.on(stack, topics);
        news = Files.createDirectory(temporary.resolve("news"));
    }

    @Test
    void theFourSamplesArePublishedVerbatimAndASecondRunPublishesNothing() throws IOException {
        Path seeds = Installation.currentInstallation().home().resolve("seeds");

        assertThat(publisherRun.publish(seeds).published()).isEqualTo(4);
        PublishSummary second = publisherRun.publish(seeds);

        assertThat(second.unchanged()).isEqualTo(4);
        assertThat(second.published()).isZero();
        publisherRun.assertEachPublishedOnce(4);
        for (RawArticle article : publisherRun.articles()) {
            Path file = seeds.resolveSibling(article.getUri());
            assertThat(article.getPayload()).isEqualTo(ByteBuffer.wrap(Files.readAllBytes(file)));
        }
    }

    @Test
    void aFileOf2021StaysInATopicThatKeepsTheBrokersTime() throws IOException {
        Files.setLastModifiedTime(write("a.txt", "text"), FileTime.from(Instant.parse("2021-09-29T00:00:00Z")));
        Instant before = Instant.now();

        publisherRun.publish(news);

        assertThat(publisherRun.records(publisherRun.topics().raw()))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                    assertThat(record.timestamp()).isGreaterThanOrEqualTo(before.toEpochMilli());
                });
    }

    @Test
    void goingFromAToBAndBackToAIsThreeRevisionsInOnePartition() throws IOException {
        for (String content : List.of("A", "B", "A")) {
            write("a.txt", content);
            PublishSummary summary = publisherRun.publish(news);
            assertThat(summary.published()).isEqualTo(1);
        }
        assertThat(publisherRun.revisionsOf("news/a.txt"))
                .extracting(article ->
                        article.getRevision() + new String(article.getPayload().array(), UTF_8))
                .containsExactly("1A", "2B", "3A");
    }

    @Test
    void aTouchedFileIsUnchanged() throws IOException {
        Path file = write("a.txt", "text");
        publisherRun.publish(news);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));

        assertThat(publisherRun.publish(news).unchanged()).isEqualTo(1);
        publisherRun.assertEachPublishedOnce(1);
    }

    @Test
    void aFileByItselfAndInItsFolderIsOneArticle() throws IOException {
        Path file = write("a.txt", "text");
        publisherRun.publish(file);

        assertThat(publisherRun.publish(news).unchanged()).isEqualTo(1);
        publisherRun.assertEachPublishedOnce(1);
    }

    @Test
    void theSameFileUnderTwoRootsIsTwoArticles() throws IOException {
        write("a.txt", "text");
        Path wire = Files.createDirectory(temporary.resolve("wire"));
        Files.copy(news.resolve("a.txt"), wire.resolve("a.txt"));

        assertThat(publisherRun.publish(news, wire).published()).isEqualTo(2);

        assertThat(publisherRun.articles())
                .extracting(RawArticle::getUri)
                .containsExactlyInAnyOrder("news/a.txt", "wire/a.txt");
        assertThat(publisherRun.articles().stream()
                        .map(RawArticle::getArticleId)
                        .distinct())
                .hasSize(2);
    }

    @Test
    void anotherFolderOfTheSameNameIsRefusedUnlessNamedByHand() throws IOException {
        write("a.txt", "one");
        publisherRun.publish(news);
        Path moved = Files.createDirectories(temporary.resolve("elsewhere/news"));
        Files.writeString(moved.resolve("a.txt"), "two");

        assertThatThrownBy(() -> publisherRun.publish(moved))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(news.toRealPath().toString())
                .hasMessageContaining("--source");
        Path wire = Files.createDirectory(temporary.resolve("wire"));
        Files.writeString(wire.resolve("b.txt"), "nothing of this either");
        assertThatThrownBy(() -> publisherRun.publish(wire, moved)).isInstanceOf(SettingsException.class);
        publisherRun.assertEachPublishedOnce(1);

        PublishSummary named =
                publisherRun.publish(PublishListener.NONE, PublishRequest.of(List.of(moved), Optional.of("news")));
        assertThat(named.revised()).isEqualTo(1);
        assertThat(publisherRun.revisionsOf("news/a.txt")).hasSize(2);
    }

    @Test
    void badInputsEndAsTheyShouldAndTheGoodOnesGoThrough() throws Exception {
        makeBadInputs();

        Map<String, String> outcomes = outcomes(publisherRun.outcomes(news));

        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("news/00-good.txt", "PUBLISHED"),
                        Map.entry("news/bad-bytes.txt", "PUBLISHED"),
                        Map.entry("news/bad\ufffdff.txt", "PUBLISHED"),
                        Map.entry("news/empty.txt", "SKIPPED empty"),
                        Map.entry("news/huge.txt", "DEAD_LETTERED too_large"),
                        Map.entry("news/just-too-large.txt", "DEAD_LETTERED too_large"),
                        Map.entry("news/largest.txt", "PUBLISHED"),
                        Map.entry("news/line\nbreak\u001b[2J$(id).txt", "PUBLISHED"),
                        Map.entry("news/loop", "SKIPPED symlink_loop"),
                        Map.entry("news/nothing.txt", "SKIPPED vanished"),
                        Map.entry("news/outside.txt", "SKIPPED outside_root"),
                        Map.entry("news/picture.jpg", "SKIPPED unsupported_format"),
                        Map.entry("news/pipe.txt", "SKIPPED not_regular_file"),
                        Map.entry("news/space.txt", "PUBLISHED"),
                        Map.entry("news/\u015f\u06ce.txt", "PUBLISHED"),
                        Map.entry("news/zz-good.txt", "PUBLISHED")));
        assertThat(publisherRun.articles())
                .extracting(RawArticle::getUri)
                .containsExactlyInAnyOrderElementsOf(outcomes.entrySet().stream()
                        .filter(entry -> entry.getValue().equals("PUBLISHED"))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void aSecondRunOverBadInputsWritesNothing() throws Exception {
        makeBadInputs();
        publisherRun.publish(news);
        int before = publisherRun.records(publisherRun.topics().ledger()).size();

        PublishSummary second = publisherRun.publish(news);

        assertThat(second.published()).isZero();
        assertThat(second.deadLettered()).isZero();
        assertThat(second.unchanged()).isEqualTo(10);
        assertThat(second.skipped()).isEqualTo(6);
        assertThat(publisherRun.records(publisherRun.topics().ledger())).hasSize(before);
        assertThat(publisherRun.deadLetters()).hasSize(2);
    }

    @Test
    void aMailboxIsPublishedOnceWithWhatItsFolderDeclares() throws IOException {
        write("tidings-source.yaml", "lang: ckb\nrights: CC BY 4.0\n");
        String mail =
                "From a@example.org Mon Sep  6 16:45:00 2021\nMessage-ID: <%s@example.org>\nSubject: Title\n\nWords.\n\n";
        write("inbox", mail.formatted("1") + mail.formatted("2"));

        assertThat(publisherRun.publish(news).published()).isEqualTo(2);
        PublishSummary second = publisherRun.publish(news);

        assertThat(second.published() + second.skipped() + second.deadLettered())
                .isZero();
        assertThat(publisherRun.articles())
                .extracting(article ->
                        article.getUri() + " " + article.getLanguage().orElse("") + " "
                                + article.getAttributes().get("rights"))
                .containsExactlyInAnyOrder(
                        "news/inbox#1@example.org ckb CC BY 4.0", "news/inbox#2@example.org ckb CC BY 4.0");
    }

    @Test
    void aFolderWhoseDeclarationCannotBeUsedIsRefused() throws IOException {
        write("tidings-source.yaml", "lagn: ckb\n");
        write("a.txt", "Words.");

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(() -> publisherRun.publish(news))
                .withMessageContaining("did you mean lang?");
        assertThat(publisherRun.articles()).isEmpty();
    }

    @Test
    void anOversizedFileKeepsItsHeadAmongTheDeadLetters() throws IOException {
        byte[] bytes = "ه".repeat(5 * 1024 * 1024 / 2).getBytes(UTF_8);
        Files.write(news.resolve("big.txt"), bytes);

        PublishSummary summary = publisherRun.publish(news);

        assertThat(summary.anyDeadLettered()).isTrue();
        assertThat(summary.deadLetteredByReason()).isEqualTo(Map.of("too_large", 1L));
        DeadLetter letter = publisherRun.deadLetters().get(0);
        assertThat(letter.getValue()).contains(ByteBuffer.wrap(bytes, 0, 64 * 1024));
        assertThat(letter.getLength()).isEqualTo(bytes.length);
        assertThat(publisherRun.articles()).isEmpty();
        assertThat(publisherRun.publish(news).unchanged()).isEqualTo(1);
    }

    @Test
    void aLedgerOfTenThousandIsReadAndNothingIsPublishedAgain() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            write(i % 100 + "/" + i + ".txt", "article " + i);
        }
        assertThat(publisherRun.publish(news).published()).isEqualTo(10_000);

        PublishSummary second = publisherRun.publish(news);

        assertThat(second.unchanged()).isEqualTo(10_000);
        publisherRun.assertEachPublishedOnce(10_000);
    }

    private void makeBadInputs() throws Exception {
        write("00-good.txt", "good");
        write("zz-good.txt", "good too");
        write("empty.txt", "");
        write("space.txt", " \n\ufeff");
        write("picture.jpg", "no text");
        write("half.txt.part", "half");
        write("s\u0327\u06ce.txt", "a decomposed name");
        write("line\nbreak\u001b[2J$(id).txt", "a hostile name");
        Files.write(news.resolve("bad-bytes.txt"), new byte[] {(byte) 0xc0, (byte) 0x80, (byte) 0xff});
        Files.writeString(Path.of(URI.create(news.toUri() + "bad%FF.txt")), "a name that is not UTF-8");
        sparse("largest.txt", ARTICLE_LIMIT);
        sparse("just-too-large.txt", ARTICLE_LIMIT + 1L);
        sparse("huge.txt", 1L << 30);
        Files.writeString(temporary.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(news.resolve("outside.txt"), temporary.resolve("secret.txt"));
        Files.createSymbolicLink(news.resolve("nothing.txt"), Path.of("gone.txt"));
        Files.createSymbolicLink(news.resolve("loop"), Path.of("..", "news"));
        assertThat(new ProcessBuilder("mkfifo", news.resolve("pipe.txt").toString())
                        .start()
                        .waitFor())
                .isZero();
    }

    private void sparse(String name, long size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(news.resolve(name).toFile(), "rw")) {
            file.setLength(size);
        }
    }

    @Test
    void whatTheTopicDoesNotTakeIsADeadLetterThatNamesIt() throws IOException {
        String raw = publisherRun.topics().raw().name();
        try (TopicAdmin broker = new TopicAdmin(publisherRun.settings())) {
            broker.ensureTopics(publisherRun.topics());
            TopicSettings.alter(broker, publisherRun.topics().raw(), "max.message.bytes", "1048588");
        }
        Files.write(news.resolve("large.txt"), randomBytes(2 * 1024 * 1024));
        write("small.txt", "text");

        Map<String, PublishOutcome> outcomes = publisherRun.outcomes(news);

        assertThat(outcomes(outcomes))
                .isEqualTo(Map.of("news/large.txt", "DEAD_LETTERED too_large", "news/small.txt", "PUBLISHED"));
        assertThat(outcomes.get("news/large.txt").detail())
                .isEqualTo("2097152 bytes are more than the 720905 that " + raw
                        + " takes; split the file or raise its max.message.bytes");
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private Path write(String name, String content) throws IOException {
        Path file = news.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static Map<String, String> outcomes(Map<String, PublishOutcome> outcomes) {
        return outcomes.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> Stream.of(
                                        entry.getValue().outcome().name(),
                                        entry.getValue().reason())
                                .filter(word -> !word.isEmpty())
                                .collect(joining(" "))));
    }
}
