package dev.tidings.consumer.subscribe;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.failure.UnfinishedException;

/** What a service implements to be given articles by a {@link Subscription}. Called by one thread at a time. */
@FunctionalInterface
public interface ArticleSubscriber {

    /**
     * Takes an article. It counts as done when this returns, and is not given again unless the process dies within the
     * next moments. Revisions of one article, and whatever else has its key, come in the order in which they were
     * decided.
     *
     * <p>Takes as long as it needs, up to {@code max.poll.interval.ms} of the Kafka client (five minutes unless set
     * otherwise under {@code kafka.}); after that the article is given to another member of the group. Work that may
     * take longer is begun in a thread or process of its own, and {@link UnfinishedException} thrown until it has ended.
     *
     * @throws UnfinishedException when the work goes on elsewhere: the article is given again soon, to be told its end
     * @throws RetryLaterException when something that is needed does not answer: the article is given again, with
     *     growing pauses, until it does
     * @throws Exception anything else: the article is given again as often as the request says, then it is a dead
     *     letter
     */
    void onArticle(SubscribedArticle article) throws Exception;

    /**
     * Hears of a record that was given up; it is kept among the dead letters before, if the subscription has a group.
     */
    default void onGivenUp(SkippedRecord record) {}
}
