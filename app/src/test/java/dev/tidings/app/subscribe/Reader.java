package dev.tidings.app.subscribe;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.subscribe.ArticleSubscriber;
import dev.tidings.consumer.subscribe.GivenUp;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.schemas.kafka.Settings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that notes what it is given, in a list that several may share. */
final class Reader implements ArticleSubscriber, AutoCloseable {

    private final List<SubscribedArticle> taken;
    private final List<GivenUp> givenUp = new CopyOnWriteArrayList<>();
    private final ArticleSubscriber before;
    private final int enough;
    private final Subscription subscription;

    private Reader(
            Settings settings,
            SubscriptionRequest request,
            List<SubscribedArticle> taken,
            ArticleSubscriber before,
            int enough) {
        this.taken = taken;
        this.before = before;
        this.enough = enough;
        this.subscription = Subscription.open(settings, request, this);
        subscription.start();
    }

    static Reader of(Settings settings, SubscriptionRequest request) {
        return new Reader(settings, request, new CopyOnWriteArrayList<>(), article -> {}, Integer.MAX_VALUE);
    }

    /** One that adds to a list that is safe for many threads. */
    static Reader into(List<SubscribedArticle> taken, Settings settings, SubscriptionRequest request) {
        return into(taken, Integer.MAX_VALUE, settings, request);
    }

    /** As {@link #into}, but it closes itself when there are enough in the list. */
    static Reader into(List<SubscribedArticle> taken, int enough, Settings settings, SubscriptionRequest request) {
        return new Reader(settings, request, taken, article -> {}, enough);
    }

    /** One that does something before it notes an article, and may fail by that. */
    static Reader failing(Settings settings, SubscriptionRequest request, ArticleSubscriber before) {
        return new Reader(settings, request, new CopyOnWriteArrayList<>(), before, Integer.MAX_VALUE);
    }

    @Override
    public void onArticle(SubscribedArticle article) throws Exception {
        before.onArticle(article);
        taken.add(article);
        if (taken.size() == enough) {
            subscription.close();
        }
    }

    @Override
    public void onGivenUp(GivenUp record) {
        givenUp.add(record);
    }

    List<String> ids() {
        return taken.stream().map(article -> article.event().getArticleId()).toList();
    }

    List<GivenUp> givenUp() {
        return givenUp;
    }

    Reader ready() {
        await().until(subscription::isReady);
        return this;
    }

    /** Waits until it has done all there is. */
    Reader caughtUp() {
        assertThat(subscription.awaitCaughtUp(Patience.LIMIT)).as("caught up").isTrue();
        return this;
    }

    /** Waits until it has closed itself. */
    Reader closed() {
        await().until(() -> !subscription.isOpen());
        return this;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
