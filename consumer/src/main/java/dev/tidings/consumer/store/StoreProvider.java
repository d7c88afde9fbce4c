package dev.tidings.consumer.store;

import dev.tidings.consumer.failure.RetryLaterException;

/**
 * Opens the stores of one kind. An implementation has a constructor without parameters and is found as a service of
 * {@link java.util.ServiceLoader}.
 */
public interface StoreProvider {

    /** Returns the scheme of the URLs that it opens, e.g. {@code sqlite}. */
    String scheme();

    /** Returns the form of its URLs for people, e.g. {@code sqlite:FILE}. */
    String urlForm();

    /**
     * Opens a store for writing, creating it or bringing it to the newest layout.
     *
     * @param url has this provider's scheme
     * @param identity whose offsets the writer keeps
     * @throws StoreException when the store cannot be used
     * @throws RetryLaterException when it is locked or has no room now
     */
    StoreWriter openWriter(StoreUrl url, SinkIdentity identity);

    /**
     * Opens a store for reading, also while others write it.
     *
     * @param url has this provider's scheme
     * @throws StoreException when there is none that can be read
     */
    StoreReader openReader(StoreUrl url);
}
