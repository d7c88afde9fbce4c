package dev.tidings.consumer.subscribe;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.util.Optional;

/**
 * What to subscribe to. Immutable; begin with {@link #ofGroup} or {@link #withoutGroup}.
 *
 * @param group consumer group: its members share the articles, and it remembers how far they are; empty for a reader of
 *     everything that remembers nothing and writes nothing
 * @param instance name of this process within its group: with one, a restart within 15 seconds moves no partition, and
 *     without one, its partitions go to others as soon as it is closed
 * @param start where to start where the group has no position, which is so the first time and after Kafka has forgotten
 *     it (7 days without a member unless the brokers are set otherwise)
 * @param filter which articles
 * @param retries how often an article that failed is given again before it is given up
 * @param topics where the articles are; empty for the topics of the settings
 */
public record SubscriptionRequest(
        Optional<String> group,
        Optional<String> instance,
        SubscriptionStart start,
        ArticleFilter filter,
        int retries,
        Optional<Topics> topics) {

    private static final int RETRIES = 5;

    /** Refuses a blank name of the group, a negative number of retries, and nowhere to start. */
    public SubscriptionRequest {
        group.filter(String::isBlank).ifPresent(name -> {
            throw new SettingsException("the group of a subscription needs a name");
        });
        if (retries < 0) {
            throw new SettingsException("retries = " + retries + " is not possible: expected 0 or more");
        }
        if (group.isEmpty() && start instanceof SubscriptionStart.Committed) {
            throw new SettingsException("a subscription without a group stands nowhere: say where it starts");
        }
    }

    /**
     * Returns a subscription of a group to all articles that gives up after five retries. It goes on where the group
     * stands; a group without a position is refused unless {@link #startingAt} says where it begins.
     */
    public static SubscriptionRequest ofGroup(String group) {
        return new SubscriptionRequest(
                Optional.of(group),
                Optional.empty(),
                SubscriptionStart.committed(),
                ArticleFilter.everyArticle(),
                RETRIES,
                Optional.empty());
    }

    /** Returns a subscription to all articles without a group: every run starts at the earliest, or where it is told. */
    public static SubscriptionRequest withoutGroup() {
        return new SubscriptionRequest(
                Optional.empty(),
                Optional.empty(),
                SubscriptionStart.earliest(),
                ArticleFilter.everyArticle(),
                RETRIES,
                Optional.empty());
    }

    /** Returns this request with a name for the process. */
    public SubscriptionRequest withInstance(String name) {
        return new SubscriptionRequest(group, Optional.of(name), start, filter, retries, topics);
    }

    /** Returns this request with another start. */
    public SubscriptionRequest startingAt(SubscriptionStart other) {
        return new SubscriptionRequest(group, instance, other, filter, retries, topics);
    }

    /** Returns this request for the articles that meet a filter. */
    public SubscriptionRequest withFilter(ArticleFilter other) {
        return new SubscriptionRequest(group, instance, start, other, retries, topics);
    }

    /** Returns this request with another number of retries. */
    public SubscriptionRequest withRetries(int count) {
        return new SubscriptionRequest(group, instance, start, filter, count, topics);
    }

    /** Returns this request for other topics. */
    public SubscriptionRequest onTopics(Topics other) {
        return new SubscriptionRequest(group, instance, start, filter, retries, Optional.of(other));
    }

    /** Returns the topics of this request: those asked for, else those of the settings. */
    Topics topicsFor(Settings settings) {
        return topics.orElseGet(() -> ConnectionSettings.topics(settings));
    }

    /** Returns how this subscription is called among clients and in dead letters. */
    String clientName() {
        return group.orElse("tidings-subscribe");
    }
}
