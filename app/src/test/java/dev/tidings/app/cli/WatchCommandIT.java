package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.publish.PublishedSource;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class WatchCommandIT {

    @TempDir
    Path directory;

    LocalStack stack;
    Path news;
    String source;

    @BeforeEach
    void aFolder(LocalStack stack) throws IOException {
        this.stack = stack;
        source = directory.getFileName().toString();
        news = Files.createDirectory(directory.resolve("news"));
    }

    @FaultSeries
    @Test
    void killedInTheMiddleOfItAndStartedAgainItLosesAndDoublesNothing() throws Exception {
        int articles = 1_500;
        Process killed = watch();
        for (int article = 0; article < articles; article++) {
            Files.writeString(news.resolve(article + ".txt"), "article " + article);
        }
        awaitDone(killed, () -> Files.size(directory.resolve("out")) > 1_000);
        killed.destroyForcibly().waitFor();
        int survived = published().size();

        Process second = watch();
        awaitDone(second, () -> published().size() >= articles);
        assertThat(end(second, "INT")).isEqualTo(130);

        assertThat(survived).as("it was killed in the middle of it").isBetween(1, articles);
        assertThat(published()).hasSize(articles).doesNotHaveDuplicates();
        assertThat(directory.resolve("err"))
                .content()
                .startsWith("watching " + news.toRealPath() + " as source '" + source + "'\n")
                .endsWith("unchanged  0 skipped  0 dead-lettered  " + lastWord());
    }

    private String lastWord() throws IOException {
        String err = Files.readString(directory.resolve("err"));
        return err.substring(err.lastIndexOf("dead-lettered  ") + "dead-lettered  ".length());
    }

    @Test
    void askedToEndItCommitsWhatItHasAndSaysNothingMore() throws Exception {
        Files.writeString(news.resolve("a.txt"), "article");
        Process process = watch();
        awaitDone(process, () -> published().size() == 1);

        assertThat(end(process, "TERM")).isZero();
        assertThat(Files.readString(directory.resolve("out")))
                .isEqualTo("OUTCOME        REVISION  URI\npublished             1  " + source + "/a.txt\n");
    }

    @Test
    void aFileCannotBeWatchedAndWaitingForVerdictsIsAnotherThing() throws Exception {
        Files.writeString(news.resolve("a.txt"), "article");

        CommandRun file = CommandRun.in(
                directory,
                "publish",
                "--watch",
                "news/a.txt",
                "-b",
                stack.bootstrapServers(),
                "--registry",
                stack.registryUrl());
        CommandRun both = CommandRun.in(directory, "publish", "--watch", "--wait", "news");

        assertThat(file.exit()).isEqualTo(2);
        assertThat(file.err())
                .startsWith("tidings: --watch watches folders, and ")
                .hasLineCount(1);
        assertThat(both.exit()).isEqualTo(2);
        assertThat(both.err()).isEqualTo("tidings: --watch and --wait do not go together; leave one out\n");
    }

    private void awaitDone(Process process, Callable<Boolean> done) {
        CommandProcess.awaitDone(process, () -> Files.readString(directory.resolve("err")), done);
    }

    private List<String> published() {
        return PublishedSource.uris(stack, source);
    }

    private Process watch() throws IOException {
        List<String> command = new ArrayList<>(List.of("publish", "--watch", "news", "--source", source));
        command.addAll(List.of("-X", "publish.batch.articles=20", "-b", stack.bootstrapServers()));
        command.addAll(List.of("--registry", stack.registryUrl(), "-X", LocalStackExtension.PATIENT));
        return CommandProcess.of(directory, command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile())
                .start();
    }

    private static int end(Process process, String signal) throws Exception {
        CommandProcess.signal(process, signal);
        return process.waitFor();
    }
}
