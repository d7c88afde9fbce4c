package dev.tidings.store.sqlite;

import dev.tidings.consumer.sink.SinkPoisonLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

class SqliteSinkPoisonOfStoriesTest extends SinkPoisonLaws.OfStories {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
