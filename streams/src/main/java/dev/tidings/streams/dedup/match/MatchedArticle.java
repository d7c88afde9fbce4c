package dev.tidings.streams.dedup.match;

import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import java.util.Optional;
import java.util.UUID;

/**
 * The article a decision rests on.
 *
 * @param articleId its identity
 * @param revision its revision
 * @param sourcePosition where its raw record stands; empty when no longer known
 * @param similarity what the texts share; empty when it was not measured
 */
public record MatchedArticle(
        UUID articleId, long revision, Optional<SourcePosition> sourcePosition, Optional<Similarity> similarity) {

    static MatchedArticle of(IndexedArticle indexedArticle, Optional<Similarity> similarity) {
        return new MatchedArticle(
                indexedArticle.articleId(),
                indexedArticle.revision(),
                Optional.of(indexedArticle.sourcePosition()),
                similarity);
    }
}
