package dev.tidings.streams.dedup.index;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The index in which deduplication looks up earlier articles: tables of indexed articles, postings, revisions and
 * expiries, without a rule in them. For use by one thread at a time; what was put is seen by the next call.
 */
public interface DuplicateIndex {

    /** Returns the article that is indexed under a source position. */
    Optional<IndexedArticle> findArticle(SourcePosition sourcePosition);

    /** Indexes an article, in place of what was indexed under its source position. */
    void putArticle(IndexedArticle indexedArticle);

    /** Removes an article, if it is indexed. */
    void removeArticle(SourcePosition sourcePosition);

    /** Returns the postings of a key, last put first; empty when there are none. */
    List<Posting> findPostings(BlockingKey key);

    /** Replaces the postings of a key; an empty list removes the key. */
    void putPostings(BlockingKey key, List<Posting> postings);

    /** Returns the revisions of an article. */
    Optional<ArticleRevisions> findRevisions(UUID articleId);

    /** Replaces the revisions of an article. */
    void putRevisions(UUID articleId, ArticleRevisions articleRevisions);

    /** Removes the revisions of an article, if there are any. */
    void removeRevisions(UUID articleId);

    /** Schedules the expiry of an article; scheduling it twice has no further effect. */
    void schedule(Expiry expiry);

    /**
     * Returns the expiries of days before one, by day, then source position.
     *
     * @param limit how many at most
     */
    List<Expiry> findExpiries(DedupWindows.Window window, long beforeDay, int limit);

    /** Removes an expiry. */
    void removeExpiry(Expiry expiry);

    /** Returns how far deduplication has come. */
    DedupProgress progress();

    /** Replaces how far deduplication has come. */
    void putProgress(DedupProgress progress);

    /** Returns an empty index in memory. */
    static DuplicateIndex inMemory() {
        return new InMemoryDuplicateIndex();
    }
}
