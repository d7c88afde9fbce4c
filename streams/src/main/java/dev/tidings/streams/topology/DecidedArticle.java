package dev.tidings.streams.topology;

import dev.tidings.streams.duplicate.Decision;

/**
 * An article and what the desk decided of it.
 *
 * @param article the article
 * @param decision the decision
 */
public record DecidedArticle(DeskArticle article, Decision decision) {}
