package dev.tidings.consumer.store;

/**
 * The read side of a store; needs neither Kafka nor a registry. It and its repositories are safe for use by many
 * threads, which take turns. A repository throws {@link StoreException} when the store cannot be read.
 */
public interface StoreReader extends AutoCloseable {

    /** Returns the articles, usable until this is closed. */
    ArticleRepository articles();

    /** Returns the stories, usable until this is closed. */
    StoryRepository stories();

    @Override
    void close();
}
