package dev.tidings.consumer.subscribe;

import dev.tidings.schemas.EnrichedArticle;
import java.time.Instant;

/**
 * An enriched article as a subscriber gets it.
 *
 * @param event the article
 * @param headers the verdict on it, and what allows filtering
 * @param time when the broker took it
 * @param topic where it stands
 * @param partition its partition there
 * @param offset its offset there; with topic and partition a name that no other record has
 */
public record SubscribedArticle(
        EnrichedArticle event, ArticleHeaders headers, Instant time, String topic, int partition, long offset) {}
