package dev.tidings.store.sqlite;

import dev.tidings.consumer.sink.SinkFaultLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SqliteSinkFaultTest extends SinkFaultLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }

    @Override
    protected void removeStore() throws IOException {
        Files.delete(SqliteFiles.fileIn(folder));
    }
}
