package dev.tidings.app.cli.subscribe;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.failure.UnfinishedException;
import dev.tidings.consumer.subscribe.ArticleHeaders;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.EnrichedArticle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands of the shell on articles, without a broker. */
class CommandSubscriberTest {

    @TempDir
    Path folder;

    private final AtomicInteger ends = new AtomicInteger();
    private CommandSubscriber subscriber = subscriber("true", 0, 1);

    @AfterEach
    void close() {
        subscriber.close();
    }

    @Test
    void theCommandGetsTheArticleAsOneLineOfJson() throws IOException {
        use("cat >> $F/out", Long.MAX_VALUE, Long.MAX_VALUE);

        giveUntilDone(article(1, "Nouvelle\nتێکست"));
        giveUntilDone(article(2, "text"));

        List<String> lines = Files.readAllLines(folder.resolve("out"));
        assertThat(lines).hasSize(2);
        assertThat(new ObjectMapper().readTree(lines.get(0)).get("text").asText())
                .isEqualTo("Nouvelle\nتێکست");
        assertThat(new ObjectMapper().readTree(lines.get(1)).get("uri").asText())
                .isEqualTo("news/2.txt");
    }

    @Test
    void anArticleWhoseCommandFailsIsNotDoneAndMayBeGivenAgain() {
        use("test -e $F/go || exit 7", Long.MAX_VALUE, Long.MAX_VALUE);

        assertThatThrownBy(() -> giveUntilDone(article(1, "text")))
                .isInstanceOf(RetryLaterException.class)
                .hasMessageContainingAll(
                        "ended with 7", "news/1.txt", "tidings.enriched-0@1", "given the article again")
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
        createFile("go");
        giveUntilDone(article(1, "text"));

        assertThat(subscriber.findFailure()).isEmpty();
    }

    @Test
    void aCommandThatTheShellDoesNotFindIsToldAsThat() {
        use("no-such-command-here 2> $F/err", Long.MAX_VALUE, Long.MAX_VALUE);

        assertThatThrownBy(() -> giveUntilDone(article(1, "text"))).hasMessageContaining("does not find it");
    }

    @Test
    void afterSoManyFailuresItEndsAndSaysWhere() {
        use("exit 3", 2, Long.MAX_VALUE);

        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> giveUntilDone(article(1, "text"))).isInstanceOf(RetryLaterException.class);
        }
        assertThat(ends).hasValue(0);
        await().until(() -> giveOnce(article(1, "text")) && ends.get() == 1);

        assertThat(subscriber.findFailure())
                .hasValueSatisfying(failure ->
                        assertThat(failure).contains("ended with 3", "news/1.txt", "3 times in a row", "comes first"));
    }

    @Test
    void aCommandThatReadsNothingOfALargeArticleHoldsUpNobody() {
        use("true", 0, Long.MAX_VALUE);

        giveUntilDone(article(1, "x".repeat(4 << 20)));
    }

    @Test
    void aSlowCommandIsStartedOnceHoweverOftenItIsAskedFor() throws IOException {
        use("echo begun >> $F/out; while ! test -e $F/go; do sleep 0.05; done", 0, Long.MAX_VALUE);

        for (int ask = 0; ask < 3; ask++) {
            assertThatThrownBy(() -> subscriber.onArticle(article(1, "text"))).isInstanceOf(UnfinishedException.class);
        }
        createFile("go");
        giveUntilDone(article(1, "text"));

        assertThat(Files.readAllLines(folder.resolve("out"))).containsExactly("begun");
    }

    @Test
    void anotherArticleWaitsForTheCommandOfOneWhosePartitionIsGone() throws IOException {
        use("cat >> $F/out; test -s $F/out2 || while ! test -e $F/go; do sleep 0.05; done", 0, Long.MAX_VALUE);
        assertThatThrownBy(() -> subscriber.onArticle(article(1, "text"))).isInstanceOf(UnfinishedException.class);
        assertThatThrownBy(() -> subscriber.onArticle(article(2, "text"))).isInstanceOf(UnfinishedException.class);

        createFile("go");
        giveUntilDone(article(2, "text"));

        assertThat(Files.readAllLines(folder.resolve("out"))).hasSize(2);
    }

    @Test
    void itEndsAfterAsManyArticlesAsAreWanted() {
        use("true", 0, 2);

        giveUntilDone(article(1, "text"));
        assertThat(ends).hasValue(0);
        giveUntilDone(article(2, "text"));
        assertThat(ends).hasValue(1);
    }

    @Test
    void askedToEndItLetsTheCommandFinishAndBeginsNoOther() throws IOException {
        use("echo begun >> $F/out; while ! test -e $F/go; do sleep 0.05; done", 0, Long.MAX_VALUE);
        await().until(() -> giveOnce(article(1, "text")) && Files.exists(folder.resolve("out")));

        CompletableFuture<Void> ending = CompletableFuture.runAsync(subscriber::finishInHand);
        createFile("go");
        giveUntilDone(article(1, "text"));

        assertThat(ending).succeedsWithin(Patience.LIMIT);
        assertThatThrownBy(() -> subscriber.onArticle(article(2, "text"))).isInstanceOf(UnfinishedException.class);
        assertThat(Files.readAllLines(folder.resolve("out"))).containsExactly("begun");
    }

    @Test
    void closedItLeavesNoCommandBehind() {
        use("echo $$ > $F/pid; exec sleep 100000", 0, Long.MAX_VALUE);
        await().until(() -> giveOnce(article(1, "text")) && Files.exists(folder.resolve("pid")));
        await().until(() -> !Files.readString(folder.resolve("pid")).isBlank());
        long pid = readPid();

        subscriber.close();

        await().until(() -> ProcessHandle.of(pid).isEmpty());
    }

    private void use(String command, long retries, long most) {
        subscriber = subscriber(command.replace("$F", folder.toString()), retries, most);
    }

    private CommandSubscriber subscriber(String command, long retries, long most) {
        Console console = new Console(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                Map.of(),
                Path.of(""),
                Integer.MAX_VALUE,
                false);
        CommandSubscriber made = new CommandSubscriber(command, console, retries, most);
        made.endBy(ends::incrementAndGet);
        return made;
    }

    private void giveUntilDone(SubscribedArticle article) {
        while (giveOnce(article)) {
            // The subscriber itself waits a little each time.
        }
    }

    /** Returns whether the command is still at work. */
    private boolean giveOnce(SubscribedArticle article) {
        try {
            subscriber.onArticle(article);
            return false;
        } catch (UnfinishedException e) {
            return true;
        }
    }

    private void createFile(String name) {
        try {
            Files.createFile(folder.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long readPid() {
        try {
            return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SubscribedArticle article(long offset, String text) {
        String uri = "news/" + offset + ".txt";
        EnrichedArticle event = EnrichedArticle.newBuilder()
                .setArticleId(ArticleId.of(uri))
                .setUri(uri)
                .setText(text)
                .build();
        ArticleHeaders headers =
                new ArticleHeaders("en", "Latn", "NEW", "", offset, Optional.empty(), "news", List.of());
        return new SubscribedArticle(event, headers, Instant.EPOCH, "tidings.enriched", 0, offset);
    }
}
