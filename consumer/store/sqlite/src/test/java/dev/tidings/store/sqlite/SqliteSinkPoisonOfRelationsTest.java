package dev.tidings.store.sqlite;

import dev.tidings.consumer.sink.SinkPoisonLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

class SqliteSinkPoisonOfRelationsTest extends SinkPoisonLaws.OfRelations {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
