package dev.tidings.store.sqlite;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.StoreFaultLaws;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

class SqliteStoreFaultTest extends StoreFaultLaws {

    private static final int PAGE = 4_096;

    @Override
    protected StoreUrl storeIn(Path folder) {
        return SqliteFiles.urlIn(folder);
    }

    @Override
    protected Undo lockStore() throws SQLException {
        Connection other = connect();
        try (Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
        }
        return other::close;
    }

    @Override
    protected void removeStore() throws IOException {
        Files.delete(file());
    }

    @Override
    protected Undo copyStore() throws SQLException {
        Path copy = folder.resolve("copy.db");
        execute("vacuum into '" + copy + "'");
        return () -> Files.move(copy, file(), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    protected void damageStore() throws SQLException, IOException {
        execute("pragma wal_checkpoint(truncate)");
        byte[] bytes = Files.readAllBytes(file());
        Arrays.fill(bytes, PAGE, bytes.length, (byte) 0x5a);
        Files.write(file(), bytes);
    }

    @Override
    protected void assertIntact() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    @Test
    void theWriteAheadLogOfAStoreThatWasReplacedIsNotMixedIntoTheNextOne() throws Exception {
        try (StoreWriter store = openWriter()) {
            store.findOffsets(Set.of(ENRICHED));
            store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
            Undo putBack = copyStore();
            store.writeBatch(ENRICHED, 4, news(4, 40), 40);
            putBack.close();
            assertThat(folder.resolve("tidings.db-wal")).isNotEmptyFile();

            assertThatThrownBy(store::checkStore).isInstanceOf(FencedException.class);
            assertThat(store.findOffsets(Set.of(ENRICHED))).containsEntry(ENRICHED, 4L);
        }
        assertThat(countAll().revisions()).isEqualTo(4);
        assertIntact();
    }

    @Test
    void aFolderThatIsAnotherOneIsWaitedForSinceItsDiskMayBeUnmounted() throws Exception {
        Path own = Files.createDirectory(folder.resolve("mounted"));
        try (StoreWriter store = SqliteStoreWriter.open(own.resolve("tidings.db"), IDENTITY)) {
            Path away = Files.move(own, folder.resolve("away"));
            Files.createDirectory(own);

            assertThatThrownBy(store::checkStore)
                    .isInstanceOf(RetryLaterException.class)
                    .hasMessageContaining("mount or put it back");
            assertThat(own).isEmptyDirectory();

            Files.delete(own);
            Files.move(away, own);
            store.checkStore();
            store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        }
    }

    @Test
    void aStoreOfTheLayoutBeforeIsReadAsItIsAndGetsItsIdWhenASinkOpensIt() throws Exception {
        openWriter().close();
        execute("drop table store");
        for (String column : List.of(
                "change",
                "new_share",
                "new_sentences",
                "numbers_before",
                "numbers_after",
                "names_before",
                "names_after")) {
            execute("alter table relation drop column " + column);
        }
        for (String column : List.of("labels", "change", "previous_ids", "sources", "copies")) {
            execute("alter table story drop column " + column);
        }
        execute("delete from migration where version in ('2', '3', '4')");
        execute("pragma user_version = 1");

        try (StoreReader reader = openReader()) {
            assertThat(reader.articles().countAll().articles()).isZero();
        }
        try (StoreWriter store = openWriter()) {
            assertThat(store.storeId()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SQLiteErrorCode.class,
            names = {
                "SQLITE_BUSY",
                "SQLITE_LOCKED",
                "SQLITE_FULL",
                "SQLITE_IOERR",
                "SQLITE_IOERR_WRITE",
                "SQLITE_CANTOPEN",
                "SQLITE_READONLY",
                "SQLITE_READONLY_DBMOVED",
                "SQLITE_PERM",
                "SQLITE_CORRUPT",
                "SQLITE_NOTADB"
            })
    void whatAPersonCanMendIsWaitedForAndNamesTheFileAndTheFix(SQLiteErrorCode code) {
        RuntimeException failure = SqliteFailure.of(file(), new SQLiteException("(" + code.message + ")", code));

        assertThat(failure).isInstanceOf(RetryLaterException.class).hasMessageContaining(file().toString());
        assertThat(Stream.of("stop that process", "free some", "see the log", "check that", "move it away"))
                .anyMatch(fix -> failure.getMessage().contains(fix));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    private Path file() {
        return SqliteFiles.fileIn(folder);
    }
}
