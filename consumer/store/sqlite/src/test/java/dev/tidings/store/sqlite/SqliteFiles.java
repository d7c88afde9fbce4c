package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

/** Where the tests have their files. */
final class SqliteFiles {

    private SqliteFiles() {}

    static StoreUrl urlIn(Path folder) {
        return new StoreUrl("sqlite", fileIn(folder).toString());
    }

    static Path fileIn(Path folder) {
        return folder.resolve("tidings.db");
    }
}
