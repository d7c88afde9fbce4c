package dev.tidings.consumer.store;

import dev.tidings.schemas.ArticleRelation;
import java.util.List;

/**
 * All that the store knows of one article, each list in order of decision.
 *
 * @param articleId its id
 * @param revisions its published revisions; empty for an article that was only ever a suppressed copy
 * @param matched what it was found to be to others
 * @param matchedBy what others were found to be to it: its copies, for one
 */
public record ArticleHistory(
        String articleId,
        List<StoredArticle> revisions,
        List<ArticleRelation> matched,
        List<ArticleRelation> matchedBy) {

    /** Freezes the lists. */
    public ArticleHistory {
        revisions = List.copyOf(revisions);
        matched = List.copyOf(matched);
        matchedBy = List.copyOf(matchedBy);
    }
}
