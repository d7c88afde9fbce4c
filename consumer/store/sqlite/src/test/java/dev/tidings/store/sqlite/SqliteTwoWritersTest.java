package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.TwoWritersLaws;
import java.nio.file.Path;

class SqliteTwoWritersTest extends TwoWritersLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
