package dev.tidings.app.subscribe;

import static org.awaitility.Awaitility.await;

import dev.tidings.consumer.subscribe.ArticleSubscriber;
import dev.tidings.consumer.subscribe.GivenUp;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.schemas.kafka.Settings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that notes what it is given, in a list that several may share. */
final class Reader implements ArticleSubscriber, AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<SubscribedArticle> taken;
    private final List<GivenUp> givenUp = new CopyOnWriteArrayList<>();
    private final ArticleSubscriber before;
    private final Subscription subscription;

    private Reader(
            Settings settings, SubscriptionRequest request, List<SubscribedArticle> taken, ArticleSubscriber before) {
        this.taken = taken;
        this.before = before;
        this.subscription = Subscription.open(settings, request, this).start();
    }

    static Reader of(Settings settings, SubscriptionRequest request) {
        return new Reader(settings, request, new CopyOnWriteArrayList<>(), article -> {});
    }

    /** One that adds to a list that is safe for many threads. */
    static Reader into(List<SubscribedArticle> taken, Settings settings, SubscriptionRequest request) {
        return new Reader(settings, request, taken, article -> {});
    }

    /** One that does something before it notes an article, and may fail by that. */
    static Reader failing(Settings settings, SubscriptionRequest request, ArticleSubscriber before) {
        return new Reader(settings, request, new CopyOnWriteArrayList<>(), before);
    }

    @Override
    public void onArticle(SubscribedArticle article) throws Exception {
        before.onArticle(article);
        taken.add(article);
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
        await().atMost(PATIENCE).until(subscription::isReady);
        return this;
    }

    /** Waits until it has done all there is. */
    Reader caughtUp() {
        await().atMost(PATIENCE).until(() -> subscription.awaitCaughtUp(PATIENCE));
        return this;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
