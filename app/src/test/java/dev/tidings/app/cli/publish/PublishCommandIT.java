package dev.tidings.app.cli.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.CommandProcess;
import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.publish.PublishedSource;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class PublishCommandIT {

    @TempDir
    Path directory;

    LocalStack stack;
    Path news;
    /** Sources of other tests lie in the same topics. */
    String source;

    @BeforeEach
    void aFolder(LocalStack stack) throws IOException {
        this.stack = stack;
        source = directory.getFileName().toString();
        news = Files.createDirectory(directory.resolve("news"));
        Files.writeString(news.resolve("a.txt"), "article a");
    }

    @Test
    void theSummaryIsOneLineAndTheSecondRunPublishesNothing() throws IOException {
        Files.writeString(news.resolve("b.txt"), "article b");

        CommandRun first = publish("news");
        Files.writeString(news.resolve("b.txt"), "article b, changed");
        CommandRun second = publish("news");

        assertThat(first.exit()).as(first.err()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(first.lines())
                .singleElement()
                .asString()
                .matches("2 found  2 published  0 unchanged  0 skipped  0 dead-lettered  \\d+\\.\\d s");
        assertThat(second.out()).startsWith("2 found  1 published (1 revised)  1 unchanged  0 skipped");
    }

    @Test
    void theSummaryAsJsonIsOneObject() {
        CommandRun run = publish("news", "-o", "json");

        assertThat(run.json().get("found").asLong()).isEqualTo(1);
        assertThat(run.json().get("published").asLong()).isEqualTo(1);
        assertThat(run.json().get("verdicts")).isEmpty();
    }

    @Test
    void whatIsPassedOverIsToldAndIsNoFailure() throws Exception {
        Files.createFile(news.resolve("empty.txt"));
        Files.createSymbolicLink(news.resolve("loop"), Path.of("."));
        Files.writeString(news.resolve("\u001b[2Jx\n.jpg"), "x");
        assertThat(new ProcessBuilder("mkfifo", news.resolve("pipe.txt").toString())
                        .start()
                        .waitFor())
                .isZero();

        CommandRun run = publish("news");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .startsWith("5 found  1 published  0 unchanged  4 skipped (empty 1, not_regular_file 1, "
                        + "symlink_loop 1, unsupported_format 1)  0 dead-lettered");
        assertThat(run.err().lines())
                .containsExactlyInAnyOrder(
                        "skipped " + source + "/\\u001b[2Jx\\n.jpg: unsupported_format, "
                                + "it is in no format that is read ('tidings formats' lists them)",
                        "skipped " + source + "/empty.txt: empty, the file has no bytes",
                        "skipped " + source + "/loop: symlink_loop, the link leads back to where it stands",
                        "skipped " + source + "/pipe.txt: not_regular_file, it is not a regular file");
    }

    @Test
    void whatIsNotPublishedIsListedToTheLastAsJsonAndTheFirstTwentyForPeople() throws IOException {
        for (int i = 10; i < 35; i++) {
            Files.writeString(news.resolve(i + ".jpg"), "x");
        }
        Files.write(news.resolve("big.txt"), new byte[5 * 1024 * 1024]);

        CommandRun json = publish("news", "-o", "json");
        CommandRun people = publish("news");

        assertThat(json.json().get("skipped")).hasSize(25).allSatisfy(input -> {
            assertThat(input.get("uri").asText()).endsWith(".jpg");
            assertThat(input.get("reason").asText()).isEqualTo("unsupported_format");
            assertThat(input.get("detail").asText()).contains("'tidings formats' lists them");
        });
        assertThat(json.json().get("deadLettered").findValuesAsText("uri")).containsExactly(source + "/big.txt");
        assertThat(people.err().lines()).hasSize(21).last().isEqualTo("... and 5 more; -o json lists all");
    }

    @Test
    void anOversizedFileIsADeadLetterAndTheExitCodeSaysSo() throws IOException {
        Files.write(news.resolve("big.txt"), new byte[5 * 1024 * 1024]);

        CommandRun run = publish("news");
        CommandRun again = publish("news");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("1 published", "1 dead-lettered (too_large 1)");
        assertThat(run.err())
                .isEqualTo("dead-lettered " + source + "/big.txt: too_large, 5242880 bytes are more than "
                        + "max.article.bytes = 4194304; split the file or raise the setting\n");
        assertThat(again.exit()).isZero();
        assertThat(again.out()).contains("2 unchanged");
    }

    @Test
    void whatTheCallerGotWrongIsToldInOneLineBeforeAnythingIsPublished() {
        assertUsage(publish("none"), "there is no file or folder " + directory.resolve("none") + "; check the path");
        assertUsage(publish("news", "--wiat"), "unknown option --wiat; did you mean --wait?");
        assertUsage(publish("news", "-X", "publish.batch.article=1"), "did you mean publish.batch.articles?");
        assertUsage(publish("news", "-X", "publish.batch.ms=soon"), "expected a whole number");
        assertUsage(publish("news", "-X", "kafka.acks=1"), "kafka.acks = 1 would break exactly-once publishing");
        assertUsage(CommandRun.in(directory, "publish"), "Missing required parameter: 'PATH'");
        assertUsage(CommandRun.in(directory, "publish", "news", "--source", "a/b"), "'a/b' cannot be used");
        assertThat(published()).isEmpty();
    }

    @Test
    void aDependencyThatIsDownIsToldInOneLine() {
        CommandRun broker = CommandRun.in(
                directory,
                "publish",
                "news",
                "-b",
                "127.0.0.1:1",
                "--registry",
                stack.registryUrl(),
                "-X",
                "connect.timeout.ms=1000");
        CommandRun registry = CommandRun.in(
                directory,
                "publish",
                "news",
                "-b",
                stack.bootstrapServers(),
                "--registry",
                "http://127.0.0.1:1/apis/ccompat/v7");

        assertThat(broker.exit()).isEqualTo(4);
        assertThat(broker.err())
                .isEqualTo("tidings: Kafka at 127.0.0.1:1 does not answer; start it with 'tidings up' or set "
                        + "--bootstrap-server\n");
        assertThat(registry.exit()).isEqualTo(4);
        assertThat(registry.err())
                .startsWith("tidings: the schema registry at http://127.0.0.1:1/apis/ccompat/v7 does not answer; ")
                .hasLineCount(1);
    }

    @Test
    void waitingInVainSaysWhatIsMissing() {
        CommandRun run = publish("news", "--wait", "-X", "publish.wait.timeout.ms=1000");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo("tidings: 1 of 1 articles have no verdict, and none came for 1 s; see whether 'tidings "
                        + "streams' is running\n");
    }

    @Test
    void interruptedFromTheKeyboardItEndsInOrderAndTheNextRunGoesOn() throws Exception {
        int articles = 3_000;
        for (int i = 0; i < articles; i++) {
            Files.writeString(news.resolve(i + ".txt"), "article " + i);
        }
        Process process = inAProcess("news", "-X", "publish.batch.articles=1");
        CommandProcess.awaitDone(
                process, () -> errorOf(process), () -> !published().isEmpty());

        CommandProcess.signal(process, "INT");

        String err = errorOf(process);
        assertThat(process.waitFor()).isEqualTo(130);
        int survived = published().size();
        assertThat(err)
                .isEqualTo("tidings: interrupted; " + survived + " articles are published; publish again to go on\n");
        assertThat(survived).isBetween(1, articles);
        CommandRun rest = publish("news");
        assertThat(rest.out()).contains((articles + 1 - survived) + " published", survived + " unchanged");
        assertThat(published()).hasSize(articles + 1).doesNotHaveDuplicates();
    }

    /** What a process says until it ends. */
    private static String errorOf(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertUsage(CommandRun run, String message) {
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).startsWith("tidings: ").contains(message).hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    private List<String> published() {
        return PublishedSource.uris(stack, source);
    }

    private CommandRun publish(String path, String... more) {
        return CommandRun.in(directory, line(path, more).toArray(String[]::new));
    }

    private List<String> line(String path, String... more) {
        List<String> line = new ArrayList<>(List.of("publish", path, "-b", stack.bootstrapServers()));
        line.addAll(List.of("--registry", stack.registryUrl(), "--source", source));
        line.addAll(List.of("-X", LocalStackExtension.PATIENT));
        line.addAll(List.of(more));
        return line;
    }

    private Process inAProcess(String path, String... more) throws IOException {
        return CommandProcess.of(directory, line(path, more))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
