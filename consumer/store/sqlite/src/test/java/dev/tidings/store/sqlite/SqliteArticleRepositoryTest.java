package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.ArticleRepositoryLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;

class SqliteArticleRepositoryTest extends ArticleRepositoryLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }
}
