package dev.tidings.producer.publish;

import dev.tidings.kafka.admin.RecordSizeLimit;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Optional;

/**
 * How large an article may be.
 *
 * <p>Not part of the API: public for the packages below.
 *
 * @param bytes most bytes of its payload
 * @param topic the topic that takes no more; empty when {@code max.article.bytes} is what limits it
 */
public record ArticleLimit(long bytes, Optional<String> topic) {

    /** Room for all that an event has beside the payload. */
    private static final int ROOM = 64 * 1024;

    /** Returns the limit of the settings, for topics as Tidings makes them. */
    public static ArticleLimit of(Settings settings) {
        return new ArticleLimit(settings.get(ConnectionSettings.MAX_ARTICLE_BYTES), Optional.empty());
    }

    /** Returns the same, or less where the topics that a publisher writes take less. */
    public static ArticleLimit of(Settings settings, TopicAdmin broker, Topics topics) {
        ArticleLimit wanted = of(settings);
        RecordSizeLimit least = RecordSizeLimit.leastOf(broker, List.of(topics.raw(), topics.deadLetters()));
        long most = Math.max(0, least.bytes() - ROOM);
        return most < wanted.bytes() ? new ArticleLimit(most, Optional.of(least.topic())) : wanted;
    }

    /** Returns whether an article of so many bytes can be published. */
    public boolean isExceededBy(long size) {
        return size > bytes;
    }

    /** Returns why an article of so many bytes cannot be published. */
    public Failure failureOf(long size) {
        String limit = topic.map(name ->
                        "the " + bytes + " that " + name + " takes; split the file or raise its" + " max.message.bytes")
                .orElse("max.article.bytes = " + bytes + "; split the file or raise the setting");
        return Failure.of(FailureCategory.TOO_LARGE, "too_large", size + " bytes are more than " + limit);
    }
}
