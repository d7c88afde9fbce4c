package dev.tidings.producer.publish;

import dev.tidings.producer.source.SourceRoot;

/**
 * Hears of the progress of a publish. Called on the publishing thread, or while several folders are watched on theirs,
 * by one at a time; should return soon.
 */
public interface PublishListener {

    /** A listener that ignores everything. */
    PublishListener NONE = new PublishListener() {};

    /** Returns whether to count the inputs first, which walks every folder once more. */
    default boolean wantsTotal() {
        return false;
    }

    /** Called once, before the first outcome, when the total is wanted. */
    default void totalKnown(long inputs) {}

    /**
     * Called once for every input, and for every article of a container, when its end is certain: what was written is
     * committed.
     */
    default void inputEnded(PublishOutcome outcome) {}

    /** Called once when waiting for verdicts begins. */
    default void awaitingVerdicts(long articles) {}

    /** Called once for every article whose verdict has arrived. */
    default void articleDecided(ArticleVerdict verdict) {}

    /** Called once for every watched root, when the files that were finished at the start are published. */
    default void rootWatched(SourceRoot sourceRoot) {}

    /** Called with one line for people when a problem begins that does not end the watch, and when it is over. */
    default void notice(String line) {}
}
