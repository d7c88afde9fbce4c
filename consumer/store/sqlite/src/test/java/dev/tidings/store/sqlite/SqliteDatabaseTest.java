package dev.tidings.store.sqlite;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.STORIES;
import static dev.tidings.consumer.store.TestEvents.decoder;
import static dev.tidings.consumer.store.TestEvents.id;
import static dev.tidings.consumer.store.TestEvents.news;
import static dev.tidings.consumer.store.TestEvents.record;
import static dev.tidings.consumer.store.TestEvents.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.store.ArticleIds;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoreWriter;
import dev.tidings.consumer.store.StoredStory;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryChangeKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
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
    void aStoreOfTheLayoutBeforeIsReadAsItIsAndBroughtToTheNewestByAWriter() throws Exception {
        makeStoreOfLayout("3");
        Story state = story(1, 0, 2).build();
        execute("insert into event_schema (id, definition) values (1, '"
                + state.getSchema().toString().replace("'", "''") + "')");
        execute("insert into story select '" + id(0) + "', 'A story', null, 0, 1, '[]', '', 1, x'"
                + HexFormat.of().formatHex(record(0, state).value()) + "'");
        for (String uri : List.of("one/a.txt", "one/b.txt", "two/c.txt")) {
            execute("insert into story_member select '" + ArticleIds.toId(uri) + "', '" + id(0) + "', 1, '" + uri
                    + "', null, 'en', 'Latn', 0, 1, 1, null, '[]'");
        }
        assertThat(storyIn(file()).members()).hasSize(3);

        SqliteStoreWriter.open(file(), IDENTITY).close();

        assertThat(storyIn(file()).members()).hasSize(3);
        assertThat(row("select sources, copies, change, labels, previous_ids from story"))
                .containsExactly("2", "0", "UNKNOWN", "{}", "[]");
    }

    @Test
    void columnsTellThoseWhoKnowSqlWhatHappenedToAStory() throws SQLException {
        Story state = story(1, 0, 2)
                .setLabels(Map.of("en", "A \"label\"", "ckb", "ناو"))
                .setChange(StoryChangeKind.MERGED)
                .setPreviousIds(List.of(id(2)))
                .setSources(3)
                .setCopies(4)
                .build();
        try (StoreWriter store = SqliteStoreWriter.open(file(), IDENTITY)) {
            store.writeBatch(
                    STORIES, StoreWriter.NOTHING_STORED, List.of(decoder().decodeRecord(record(0, state))), 1);
        }

        assertThat(row("select sources, copies, change, labels, previous_ids from story"))
                .containsExactly(
                        "3", "4", "MERGED", "{\"ckb\":\"ناو\",\"en\":\"A \\\"label\\\"\"}", "[\"" + id(2) + "\"]");
    }

    private void makeStoreOfLayout(String layout) {
        Flyway.configure(SqliteDatabase.class.getClassLoader())
                .dataSource("jdbc:sqlite:" + file(), null, null)
                .locations("classpath:dev/tidings/store/sqlite")
                .table("migration")
                .target(layout)
                .load()
                .migrate();
    }

    private static StoredStory storyIn(Path file) {
        try (StoreReader reader = SqliteStoreReader.open(file)) {
            return reader.stories().findStory(id(0)).orElseThrow();
        }
    }

    private List<String> row(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getString(column));
            }
            return values;
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
