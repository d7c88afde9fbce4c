package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.match.Decision;

/**
 * An article and the decision of deduplication on it.
 *
 * @param article the article
 * @param decision the decision
 * @param withheld whether subscribers do not get it
 */
public record DecidedArticle(AnalysedRecord article, Decision decision, boolean withheld) {}
