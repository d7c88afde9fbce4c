package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.SinkIdentity;
import dev.tidings.consumer.store.StoreProvider;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.kafka.settings.SettingsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens SQLite files: {@code sqlite:} and the path of a file, absolute or within the working directory. */
public final class SqliteStoreProvider implements StoreProvider {

    static final String SCHEME = "sqlite";

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public String urlForm() {
        return SCHEME + ":FILE";
    }

    @Override
    public StoreWriter openWriter(StoreUrl url, SinkIdentity identity) {
        return SqliteStoreWriter.open(file(url), identity);
    }

    @Override
    public StoreReader openReader(StoreUrl url) {
        return SqliteStoreReader.open(file(url));
    }

    private static Path file(StoreUrl url) {
        try {
            return Path.of(url.location());
        } catch (InvalidPathException e) {
            throw new SettingsException("the store " + url + " cannot be: " + e.getMessage());
        }
    }
}
