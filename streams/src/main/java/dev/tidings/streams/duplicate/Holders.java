package dev.tidings.streams.duplicate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the desk remembers: plain tables, without a rule in them. For use by one thread at a time; what was put is seen
 * by the next call.
 */
public interface Holders {

    /** Returns a holder. */
    Optional<Holder> holder(Reference reference);

    /** Puts a holder in the place of what had its reference. */
    void put(Holder holder);

    /** Forgets a holder, if there is one. */
    void removeHolder(Reference reference);

    /** Returns the list of a key, last put first; empty when there is none. */
    List<Held> held(LookupKey key);

    /** Replaces the list of a key; an empty one removes it. */
    void put(LookupKey key, List<Held> held);

    /** Returns the revisions of an article. */
    Optional<Revisions> revisions(UUID articleId);

    /** Replaces the revisions of an article. */
    void put(UUID articleId, Revisions revisions);

    /** Forgets the revisions of an article, if there are any. */
    void removeRevisions(UUID articleId);

    /** Notes that a holder will leave a window; noting it twice is noting it once. */
    void schedule(Due due);

    /**
     * Returns notes of days before one, by day, then reference.
     *
     * @param limit how many at most
     */
    List<Due> due(Windows.Window window, long beforeDay, int limit);

    /** Strikes out a note. */
    void settle(Due due);

    /** Returns how far the desk has come. */
    DeskProgress progress();

    /** Replaces how far the desk has come. */
    void put(DeskProgress progress);

    /** Returns tables in memory, empty. */
    static Holders inMemory() {
        return new MemoryHolders();
    }
}
