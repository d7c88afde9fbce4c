package dev.tidings.app.cli.store;

import dev.tidings.consumer.subscribe.ArticleSubscriber;
import java.util.Optional;

/** Where a command puts the articles that come. */
public interface ArticleOutput extends ArticleSubscriber, AutoCloseable {

    /** Sets what to call when no more articles are wanted; called once, before the first comes. */
    void endBy(Runnable action);

    /** Waits until what was begun is done, and begins nothing more; for half a minute at the most. For any thread. */
    default void finishInHand() {}

    /** Returns why no more articles are taken, in one line; empty when nothing failed. */
    default Optional<String> findFailure() {
        return Optional.empty();
    }

    @Override
    void close();
}
