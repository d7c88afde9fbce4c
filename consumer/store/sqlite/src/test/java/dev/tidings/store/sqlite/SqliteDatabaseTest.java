package dev.tidings.store.sqlite;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void makesAStoreWhereThereIsNone() {
        SqliteStoreWriter.open(file(), IDENTITY).close();

        try (StoreReader reader = SqliteStoreReader.open(file())) {
            assertThat(reader.articles().countAll().articles()).isZero();
        }
    }

    @Test
    void leavesAStoreThatIsUpToDateAsItIs() {
        try (StoreWriter store = SqliteStoreWriter.open(file(), IDENTITY)) {
            store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        }

        try (StoreWriter again = SqliteStoreWriter.open(file(), IDENTITY);
                StoreReader reader = SqliteStoreReader.open(file())) {
            assertThat(again.findOffsets(Set.of(ENRICHED))).containsEntry(ENRICHED, 4L);
            assertThat(reader.articles().countAll().articles()).isEqualTo(4);
        }
    }

    @Test
    void severalThatStartAtOnceMakeOneStore() {
        CompletableFuture<?>[] starts = Stream.generate(() -> CompletableFuture.runAsync(
                        () -> SqliteStoreWriter.open(file(), IDENTITY).close()))
                .limit(4)
                .toArray(CompletableFuture<?>[]::new);

        assertThat(CompletableFuture.allOf(starts)).succeedsWithin(java.time.Duration.ofMinutes(1));
    }

    @Test
    void namesTheFolderThatIsMissing() {
        assertRefused(folder.resolve("none").resolve("tidings.db"), "does not exist; create it or set --store");
    }

    @Test
    void namesAFolderGivenAsTheFile() {
        assertRefused(folder, "is a folder; name a file");
    }

    @Test
    void namesAFolderThatIsAFile() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "text");

        assertRefused(notAFolder.resolve("tidings.db"), "does not exist");
    }

    @Test
    void namesAPlaceThatCannotBeWritten() {
        assertRefused(Path.of("/proc/tidings.db"), "cannot be");
    }

    @Test
    void namesAFileThatIsNoDatabase() throws IOException {
        assertRefused(Files.writeString(file(), "an article, not a store. ".repeat(200)), "is not a SQLite file");
    }

    @Test
    void namesADatabaseOfSomebodyElse() throws SQLException {
        execute("create table holiday (photo blob)");

        assertRefused(file(), "is not a store of Tidings");
        assertUnreadable("is not a store of Tidings");
    }

    @Test
    void namesAStoreOfALaterVersionAndTheWayOut() throws SQLException {
        SqliteStoreWriter.open(file(), IDENTITY).close();
        execute("insert into migration select 99, '99', 'later', type, script, checksum, installed_by, installed_on,"
                + " execution_time, success from migration where version = '1'");
        execute("pragma user_version = 99");

        assertRefused(file(), "another version of Tidings");
        assertUnreadable("another version of Tidings");
    }

    @Test
    void namesAStoreOfTheFormerLayoutAndTheWayOut() throws SQLException {
        SqliteStoreWriter.open(file(), IDENTITY).close();
        execute("update migration set checksum = checksum + 1, description = 'articles and relations'");
        execute("pragma user_version = 0");

        assertRefused(file(), "remove the file");
        assertUnreadable("remove the file");
    }

    @Test
    void namesALock() throws SQLException {
        SqliteStoreWriter.open(file(), IDENTITY).close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.execute("pragma locking_mode=exclusive");
            statement.execute("begin exclusive");
            assertRefused(RetryLaterException.class, file(), "is locked by another process");
        }
    }

    @Test
    void namesTheStoreThatIsNotThere() {
        assertThatThrownBy(() -> SqliteStoreReader.open(file()))
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll("there is no store at", "tidings sink");
    }

    private void assertRefused(Path store, String reason) {
        assertRefused(StoreException.class, store, reason);
    }

    private void assertRefused(Class<? extends Exception> how, Path store, String reason) {
        assertThatThrownBy(() -> SqliteStoreWriter.open(store, IDENTITY).close())
                .isInstanceOf(how)
                .hasMessageContaining(reason)
                .hasMessageContaining(store.toString())
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
    }

    private void assertUnreadable(String reason) {
        assertThatThrownBy(() -> SqliteStoreReader.open(file()).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContainingAll(reason, file().toString())
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Path file() {
        return folder.resolve("tidings.db");
    }
}
