package dev.tidings.consumer.store;

import dev.tidings.schemas.EnrichedArticle;

/**
 * A revision of an article as it is stored.
 *
 * @param event the event, whole
 * @param verdict what was decided of it
 * @param current whether it is the article's newest revision
 */
public record StoredArticle(EnrichedArticle event, StoredVerdict verdict, boolean current) {}
