package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

/** Where the tests have their files. */
final class SqliteFiles {

    private SqliteFiles() {}

    static StoreUrl urlIn(Path folder) {
        return new StoreUrl("sqlite", folder.resolve("tidings.db").toString());
    }
}
