package dev.tidings.store.sqlite;

import dev.tidings.consumer.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The file of a SQLite store: opened, brought to the newest layout, or refused in one line. */
final class SqliteDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(SqliteDatabase.class);
    private static final String MIGRATIONS = "classpath:dev/tidings/store/sqlite";
    /** What the migrations leave as user_version of a file that can be read, the newest layout last. */
    private static final Set<Long> LAYOUTS = Set.of(1L, 2L, 3L, 4L);
    /** Finds what a file of any layout has, and one that is just being made has only with the rest of its layout. */
    private static final String FORMER_TABLES =
            "select count(*) from sqlite_master where type = 'table' and name = 'sink_offset'";

    private static final int BUSY_TIMEOUT_MS = 5_000;

    private final Path file;

    private SqliteDatabase(Path file) {
        this.file = file;
    }

    /** Opens the store for writing, creating or migrating it. */
    static Connection openForWriting(Path file) {
        SqliteDatabase database = new SqliteDatabase(file.toAbsolutePath().normalize());
        database.checkPlace();
        database.migrateAlone();
        try {
            return database.connect(database.writing());
        } catch (SQLException e) {
            throw SqliteFailure.ofOpening(database.file, e);
        }
    }

    /** Opens the store for reading; it must have a layout that this version knows. */
    static Connection openForReading(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    "there is no store at " + file + "; fill one with 'tidings demo' or 'tidings sink'");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        SqliteDatabase database = new SqliteDatabase(file);
        try {
            return database.checked(database.connect(config));
        } catch (SQLException e) {
            throw SqliteFailure.unusable(file, e);
        }
    }

    private Connection checked(Connection connection) throws SQLException {
        try {
            checkLayout(connection);
            return connection;
        } catch (SQLException | StoreException e) {
            closeQuietly(connection);
            throw e;
        }
    }

    private void checkPlace() {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new StoreException("the folder of the store " + file + " does not exist; create it or set --store");
        }
        if (Files.isDirectory(file)) {
            throw new StoreException("the store " + file + " is a folder; name a file with --store");
        }
        if (!Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new StoreException("the store " + file + " cannot be written; change its permissions or set --store");
        }
    }

    private SQLiteConfig writing() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        // A lost tail takes its offset along, so it is read again: no need to wait for the disk at every commit.
        config.setSynchronous(SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return config;
    }

    private Connection connect(SQLiteConfig config) throws SQLException {
        return config.createConnection("jdbc:sqlite:" + file);
    }

    /** Flyway takes no lock on SQLite, and two sinks may start at once. */
    private void migrateAlone() {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (SqliteDatabase.class) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                migrate();
            } catch (IOException e) {
                throw unwritableFolder(e);
            }
        }
    }

    private RuntimeException unwritableFolder(IOException e) {
        return new StoreException(
                "the folder of the store " + file + " cannot be written (" + e.getMessage()
                        + "); free some room, or change its permissions",
                e);
    }

    private void migrate() {
        SQLiteDataSource source = new SQLiteDataSource(writing());
        source.setUrl("jdbc:sqlite:" + file);
        try {
            Flyway.configure(SqliteDatabase.class.getClassLoader())
                    .dataSource(source)
                    .locations(MIGRATIONS)
                    .loggers("slf4j")
                    .table("migration")
                    .ignoreMigrationPatterns(new String[0])
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw ofOtherLayout(e);
        } catch (FlywayException e) {
            throw SqliteFailure.ofOpening(file, e);
        }
    }

    private void checkLayout(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (LAYOUTS.contains(number(statement, "pragma user_version"))) {
                return;
            }
            throw number(statement, FORMER_TABLES) > 0 ? ofOtherLayout(null) : notOurs();
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("closing a store that cannot be read failed", e);
        }
    }

    private StoreException ofOtherLayout(@Nullable Exception cause) {
        return new StoreException(
                "the store " + file
                        + " has the layout of another version of Tidings; use that version, or remove the file"
                        + " (or name another: --store sqlite:FILE) and 'tidings sink' fills it anew from Kafka",
                cause);
    }

    private StoreException notOurs() {
        return new StoreException("the store " + file + " is not a store of Tidings; set --store to another file");
    }
}
