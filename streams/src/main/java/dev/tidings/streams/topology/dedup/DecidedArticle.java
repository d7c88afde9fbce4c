package dev.tidings.streams.topology.dedup;

import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.topology.ObservedValue;
import dev.tidings.streams.topology.StageObserver;

/**
 * An article and the decision of deduplication on it.
 *
 * @param article the article
 * @param decision the decision
 * @param withheld whether subscribers do not get it
 */
public record DecidedArticle(AnalysedRecord article, Decision decision, boolean withheld) implements ObservedValue {

    @Override
    public void tellObserver(StageObserver observer) {
        observer.articleDecided(
                decision.verdict().name(),
                !withheld,
                article.analysed().getSource(),
                article.analysed().getSourceTimestamp().toEpochMilli());
    }
}
