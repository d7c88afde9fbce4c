package dev.tidings.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.consumer.sink.SinkReceiverLaws;
import dev.tidings.consumer.store.ArticleRepositoryLaws;
import dev.tidings.consumer.store.KilledWriterLaws;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.StoreWriterLaws;
import dev.tidings.consumer.store.StoryRepositoryLaws;
import dev.tidings.consumer.store.TwoWritersLaws;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;

/** A SQLite file keeps every law of stores. */
class SqliteStoreLawsTest {

    @Nested
    class Writing extends StoreWriterLaws {
        @Override
        protected StoreUrl storeIn(Path folder) {
            return urlIn(folder);
        }
    }

    @Nested
    class ReadingArticles extends ArticleRepositoryLaws {
        @Override
        protected StoreUrl storeIn(Path folder) {
            return urlIn(folder);
        }
    }

    @Nested
    class ReadingStories extends StoryRepositoryLaws {
        @Override
        protected StoreUrl storeIn(Path folder) {
            return urlIn(folder);
        }
    }

    @Nested
    class TwoWriters extends TwoWritersLaws {
        @Override
        protected StoreUrl storeIn(Path folder) {
            return urlIn(folder);
        }
    }

    @Nested
    class SinkReceiving extends SinkReceiverLaws {
        @Override
        protected StoreUrl storeIn(Path folder) {
            return urlIn(folder);
        }
    }

    @Nested
    class KilledWriters extends KilledWriterLaws {
        @Override
        protected StoreUrl storeIn(Path folder) {
            return urlIn(folder);
        }

        @Override
        protected void assertIntact() throws SQLException {
            try (Connection connection = DriverManager.getConnection("jdbc:" + url());
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("pragma integrity_check")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("ok");
            }
        }
    }

    private static StoreUrl urlIn(Path folder) {
        return new StoreUrl("sqlite", folder.resolve("tidings.db").toString());
    }
}
