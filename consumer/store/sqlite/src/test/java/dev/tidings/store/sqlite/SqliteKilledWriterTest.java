package dev.tidings.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.consumer.store.KilledWriterLaws;
import dev.tidings.consumer.store.StoreUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class SqliteKilledWriterTest extends KilledWriterLaws {

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
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
