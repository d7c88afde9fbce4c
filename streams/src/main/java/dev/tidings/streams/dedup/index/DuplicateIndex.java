package dev.tidings.streams.dedup.index;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the desk remembers: plain tables, without a rule in them. For use by one thread at a time; what was put is seen
 * by the next call.
 */
public interface DuplicateIndex {

    /** Returns a holder. */
    Optional<IndexedArticle> findArticle(SourcePosition sourcePosition);

    /** Puts a holder in the place of what had its reference. */
    void putArticle(IndexedArticle indexedArticle);

    /** Forgets a holder, if there is one. */
    void removeArticle(SourcePosition sourcePosition);

    /** Returns the list of a key, last put first; empty when there is none. */
    List<Posting> findPostings(BlockingKey key);

    /** Replaces the list of a key; an empty one removes it. */
    void putPostings(BlockingKey key, List<Posting> postings);

    /** Returns the revisions of an article. */
    Optional<ArticleRevisions> findRevisions(UUID articleId);

    /** Replaces the revisions of an article. */
    void putRevisions(UUID articleId, ArticleRevisions articleRevisions);

    /** Forgets the revisions of an article, if there are any. */
    void removeRevisions(UUID articleId);

    /** Notes that a holder will leave a window; noting it twice is noting it once. */
    void schedule(Expiry expiry);

    /**
     * Returns notes of days before one, by day, then reference.
     *
     * @param limit how many at most
     */
    List<Expiry> findExpiries(DedupWindows.Window window, long beforeDay, int limit);

    /** Strikes out a note. */
    void removeExpiry(Expiry expiry);

    /** Returns how far the desk has come. */
    DedupProgress progress();

    /** Replaces how far the desk has come. */
    void putProgress(DedupProgress progress);

    /** Returns tables in memory, empty. */
    static DuplicateIndex inMemory() {
        return new InMemoryDuplicateIndex();
    }
}
