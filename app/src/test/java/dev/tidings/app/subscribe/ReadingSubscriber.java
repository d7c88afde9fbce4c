package dev.tidings.app.subscribe;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.Patience;
import dev.tidings.consumer.subscribe.ArticleSubscriber;
import dev.tidings.consumer.subscribe.SkippedRecord;
import dev.tidings.consumer.subscribe.SubscribedArticle;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.kafka.settings.Settings;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that notes what it is given, in a list that several may share. */
final class ReadingSubscriber implements ArticleSubscriber, AutoCloseable {

    private final List<SubscribedArticle> taken;
    private final List<SkippedRecord> skippedRecord = new CopyOnWriteArrayList<>();
    private final ArticleSubscriber before;
    private final int enough;
    private final Subscription subscription;

    private ReadingSubscriber(
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

    static ReadingSubscriber of(Settings settings, SubscriptionRequest request) {
        return new ReadingSubscriber(settings, request, new CopyOnWriteArrayList<>(), article -> {}, Integer.MAX_VALUE);
    }

    /** One that adds to a list that is safe for many threads. */
    static ReadingSubscriber into(List<SubscribedArticle> taken, Settings settings, SubscriptionRequest request) {
        return into(taken, Integer.MAX_VALUE, settings, request);
    }

    /** As {@link #into}, but it closes itself when there are enough in the list. */
    static ReadingSubscriber into(
            List<SubscribedArticle> taken, int enough, Settings settings, SubscriptionRequest request) {
        return new ReadingSubscriber(settings, request, taken, article -> {}, enough);
    }

    /** One that does something before it notes an article, and may fail by that. */
    static ReadingSubscriber failing(Settings settings, SubscriptionRequest request, ArticleSubscriber before) {
        return new ReadingSubscriber(settings, request, new CopyOnWriteArrayList<>(), before, Integer.MAX_VALUE);
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
    public void onGivenUp(SkippedRecord record) {
        skippedRecord.add(record);
    }

    List<String> ids() {
        return taken.stream().map(article -> article.event().getArticleId()).toList();
    }

    List<SkippedRecord> givenUp() {
        return skippedRecord;
    }

    ReadingSubscriber ready() {
        await().until(subscription::isReady);
        return this;
    }

    /** Waits until it has done all there is. */
    ReadingSubscriber caughtUp() {
        assertThat(subscription.awaitCaughtUp(Patience.LIMIT)).as("caught up").isTrue();
        return this;
    }

    /** Waits until it has closed itself. */
    ReadingSubscriber closed() {
        await().until(() -> !subscription.isOpen());
        return this;
    }

    @Override
    public void close() {
        subscription.close();
    }
}
