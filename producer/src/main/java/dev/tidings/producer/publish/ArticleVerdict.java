package dev.tidings.producer.publish;

/**
 * What became of a published article.
 *
 * @param articleId the article
 * @param revision its revision
 * @param uri its input
 * @param outcome where it ended
 * @param verdict NEW or the kind of relation; for a dead letter the reason code
 * @param language primary language subtag (BCP 47); {@code und} when unknown
 */
public record ArticleVerdict(
        String articleId, long revision, String uri, InputOutcome outcome, String verdict, String language) {

    /** Where an article ends. */
    public enum InputOutcome {
        /** Among the enriched articles. */
        ENRICHED,
        /** Withheld as a copy; its relation says of what. */
        SUPPRESSED,
        /** Among the dead letters. */
        DEAD_LETTERED
    }
}
