package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.StoreWriterLaws;
import java.nio.file.Path;

class SqliteStoreWriterTest extends StoreWriterLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
