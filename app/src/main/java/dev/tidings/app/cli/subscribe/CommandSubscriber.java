package dev.tidings.app.cli.subscribe;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.store.ArticleOutput;
import dev.tidings.app.cli.store.ArticlePrinter;
import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.failure.UnfinishedException;
import dev.tidings.consumer.subscribe.SkippedRecord;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Gives each article to a command, one after the other. An article is done when its command has ended with 0; else it
 * is given again, with growing pauses. However long a command takes, the subscription stays in its group.
 */
final class CommandSubscriber implements ArticleOutput {

    private static final Duration SLICE = Duration.ofMillis(100);
    private static final Duration PAUSE = Duration.ofMillis(20);
    /** How long a command may go on when the process is asked to end, which waits half a minute in all. */
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final String command;
    private final Console console;
    private final long retries;
    private final long most;
    private Runnable end = () -> {};
    private long failures;
    private long done;
    private volatile @Nullable RunningCommand inHand;
    private volatile boolean ending;
    private volatile @Nullable String failure;

    /**
     * Makes one.
     *
     * @param command line of the shell
     * @param retries how often an article is given again before no more are taken
     * @param most how many articles to take
     */
    CommandSubscriber(String command, Console console, long retries, long most) {
        this.command = command;
        this.console = console;
        this.retries = retries;
        this.most = most;
    }

    @Override
    public void endBy(Runnable action) {
        end = action;
    }

    @Override
    public void onArticle(SubscribedArticle article) {
        int exit = awaitExit(article);
        if (exit != 0) {
            commandFailed(article, exit);
        }
        failures = 0;
        done++;
        if (done >= most) {
            end.run();
        }
    }

    private int awaitExit(SubscribedArticle article) {
        RunningCommand running = inHand == null ? start(article) : inHand;
        if (!running.awaitEnd(SLICE)) {
            throw new UnfinishedException("the command is at work");
        }
        inHand = null;
        // One whose partition has gone to another member meanwhile is given to that one.
        return running.isOf(article) ? running.exitCode() : awaitExit(article);
    }

    /** Alone, so that who waits for the end sees every command that was begun. */
    private synchronized RunningCommand start(SubscribedArticle article) {
        if (ending) {
            throw new UnfinishedException("nothing more is begun");
        }
        try {
            RunningCommand started = RunningCommand.start(command, article);
            inHand = started;
            return started;
        } catch (IOException e) {
            throw new RetryLaterException(
                    "the command cannot be started: " + e.getMessage() + "; free memory and room for temporary files",
                    e);
        }
    }

    private void commandFailed(SubscribedArticle article, int exit) {
        failures++;
        String cause = "the command ended with " + exit + meaningOf(exit) + " on "
                + article.event().getUri() + " (" + article.topic() + "-" + article.partition()
                + "@" + article.offset() + ")";
        if (ending) {
            throw new UnfinishedException(cause);
        }
        if (failures > retries) {
            failure = cause + ", " + failures + " times in a row; that article is not done and comes first when the"
                    + " group goes on";
            end.run();
            throw new UnfinishedException(cause);
        }
        throw new RetryLaterException(cause + "; it is given the article again", null);
    }

    private static String meaningOf(int exit) {
        return switch (exit) {
            case 126 -> " (the shell may not run it)";
            case 127 -> " (the shell does not find it)";
            default -> "";
        };
    }

    @Override
    public void onGivenUp(SkippedRecord record) {
        ArticlePrinter.tellSkipped(console, record);
    }

    @Override
    public Optional<String> findFailure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void finishInHand() {
        beginNothingMore();
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (inHand != null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        close();
    }

    private synchronized void beginNothingMore() {
        ending = true;
    }

    /** Ends a command that is still at work: its article comes again, and two at a time would be on it. */
    @Override
    public void close() {
        RunningCommand running = inHand;
        if (running != null) {
            running.terminate();
        }
    }
}
