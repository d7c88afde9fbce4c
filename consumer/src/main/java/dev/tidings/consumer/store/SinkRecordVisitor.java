package dev.tidings.consumer.store;

/**
 * Handles each kind of record of a store. A new kind adds a method here, so that no store that forgets it compiles.
 *
 * @param <X> what handling may throw
 */
public interface SinkRecordVisitor<X extends Exception> {

    /** Handles a published article. */
    void visitArticle(ArticleRecord event) throws X;

    /** Handles what an article is to another one. */
    void visitRelation(RelationRecord event) throws X;

    /** Handles the state of a story. */
    void visitStory(StoryRecord event) throws X;

    /** Handles a removal; one of something that is not stored changes nothing. */
    void visitRemoval(RemovalRecord removal) throws X;
}
