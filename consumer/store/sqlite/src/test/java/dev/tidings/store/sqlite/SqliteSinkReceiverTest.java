package dev.tidings.store.sqlite;

import dev.tidings.consumer.sink.SinkReceiverLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

class SqliteSinkReceiverTest extends SinkReceiverLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
