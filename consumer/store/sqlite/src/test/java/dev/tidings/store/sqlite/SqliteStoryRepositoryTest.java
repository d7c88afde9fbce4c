package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.StoryRepositoryLaws;
import java.nio.file.Path;

class SqliteStoryRepositoryTest extends StoryRepositoryLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
