package dev.tidings.consumer.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteDataSource;

/** The file of a SQLite store: opened, brought to the newest layout, or refused in one line. */
final class SqliteDatabase {

    private static final String MIGRATIONS = "classpath:dev/tidings/consumer/store/sqlite";
    private static final int BUSY_TIMEOUT_MS = 5_000;

    private final Path file;

    private SqliteDatabase(Path file) {
        this.file = file;
    }

    /** Opens the store for writing, creating or migrating it. */
    static Connection writer(Path file) {
        SqliteDatabase database = new SqliteDatabase(file.toAbsolutePath().normalize());
        database.checkPlace();
        database.migrateAlone();
        return database.connect(database.writing());
    }

    /** Opens the store for reading. */
    static Connection reader(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StoreException(
                    "there is no store at " + file + "; fill one with 'tidings demo' or 'tidings sink'");
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        return new SqliteDatabase(file).connect(config);
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

    private Connection connect(SQLiteConfig config) {
        try {
            return config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw unusable(e);
        }
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
                throw new StoreException("the store's folder cannot be written: " + e.getMessage(), e);
            }
        }
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
            throw new StoreException(
                    "the store " + file + " was written by another version of Tidings; use that version or set --store",
                    e);
        } catch (FlywayException e) {
            throw unusable(e);
        }
    }

    private StoreException unusable(Exception e) {
        return SqliteFailure.code(e)
                .map(code -> new StoreException("the store " + file + " " + SqliteFailure.words(code), e))
                .orElseGet(() -> new StoreException(
                        "the store " + file + " is not a store of Tidings; set --store to another file", e));
    }
}
