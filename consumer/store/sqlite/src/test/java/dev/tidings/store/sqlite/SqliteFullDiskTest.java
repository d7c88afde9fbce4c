package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.FullDiskLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

class SqliteFullDiskTest extends FullDiskLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
