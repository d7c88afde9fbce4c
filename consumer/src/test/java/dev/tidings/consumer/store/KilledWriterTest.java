package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    /** Batches begun before each kill: the kill comes while the last of them is being stored, or just after. */
    private static final int[] BEGUN_BEFORE_KILL = {1, 2, 5, 9, 14};

    private static final int SIGKILL = 128 + 9;

    @TempDir
    Path folder;

    @Test
    void aWriterKilledInTheMiddleOfItsBatchesLosesAndDoublesNothing() throws Exception {
        long before = 0;
        for (int begun : BEGUN_BEFORE_KILL) {
            killAfter(begun);

            long next = next();
            assertThat(next).isGreaterThanOrEqualTo(before);
            assertThat(number("select count(*) from article")).isEqualTo(next);
            assertThat(number("select count(distinct decision) from article")).isEqualTo(next);
            assertThat(number("select coalesce(max(decision) + 1, 0) from article"))
                    .isEqualTo(next);
            assertThat(text("pragma integrity_check")).isEqualTo("ok");
            before = next;
        }
        assertThat(before).as("events stored in spite of all kills").isPositive();
    }

    private void killAfter(int begun) throws IOException, InterruptedException {
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        file().toString())
                .redirectError(folder.resolve("writer.err").toFile())
                .start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(writer.getInputStream(), UTF_8))) {
            for (int line = 0; line < begun; line++) {
                assertThat(said.readLine())
                        .as("the writer goes on; see writer.err")
                        .isNotNull();
            }
        } finally {
            writer.destroyForcibly();
        }
        assertThat(writer.waitFor()).isEqualTo(SIGKILL);
    }

    private long next() {
        try (SqliteStore store = SqliteStore.open(file(), IDENTITY)) {
            return store.open(Set.of(ENRICHED)).getOrDefault(ENRICHED, 0L);
        }
    }

    private long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private Path file() {
        return folder.resolve("tidings.db");
    }
}
