package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.IDENTITY;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind of store is held to. A store's tests extend each of the classes named {@code *Laws} by saying where
 * an empty store is; the laws open it as the sink and the commands do.
 */
public abstract class StoreLaws {

    @TempDir
    protected Path folder;

    /**
     * Names a store that nobody has opened yet: always the same within a test, another one in every test.
     *
     * @param folder an empty folder of the test's own, for a store that lives in files
     */
    protected abstract StoreUrl storeIn(Path folder);

    protected final StoreUrl url() {
        return storeIn(folder);
    }

    protected final StoreWriter openWriter() {
        return openWriter(IDENTITY);
    }

    protected final StoreWriter openWriter(SinkIdentity identity) {
        return Stores.openWriter(url(), identity);
    }

    protected final StoreReader openReader() {
        return Stores.openReader(url());
    }

    protected final StoreCounts countAll() {
        try (StoreReader reader = openReader()) {
            return reader.articles().countAll();
        }
    }
}
