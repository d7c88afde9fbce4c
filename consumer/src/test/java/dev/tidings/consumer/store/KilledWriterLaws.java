package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A process that is killed while it writes. */
public abstract class KilledWriterLaws extends StoreLaws {

    /** Batches begun before each kill: the kill comes while the last of them is being stored, or just after. */
    private static final int[] BEGUN_BEFORE_KILL = {1, 2, 5, 9, 14};

    private static final int SIGKILL = 128 + 9;

    @Test
    void aWriterKilledInTheMiddleOfItsBatchesLosesAndDoublesNothing() throws Exception {
        long before = 0;
        for (int begun : BEGUN_BEFORE_KILL) {
            killAfter(begun);

            long next = next();
            assertThat(next).isGreaterThanOrEqualTo(before);
            assertThat(countAll().revisions()).isEqualTo(next);
            assertThat(countAll().articles()).isEqualTo(next);
            assertThat(newestDecision()).isEqualTo(next - 1);
            assertIntact();
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
                        url().toString())
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
        try (StoreWriter store = openWriter()) {
            return store.findOffsets(Set.of(ENRICHED)).getOrDefault(ENRICHED, 0L);
        }
    }

    /** Returns the newest decision; -1 where there is none. */
    private long newestDecision() {
        try (StoreReader reader = openReader()) {
            return reader.articles().listArticles(ArticleQuery.newest(1)).stream()
                    .mapToLong(article -> article.verdict().decision())
                    .findFirst()
                    .orElse(-1);
        }
    }

    /** Fails when the store says of itself that it is damaged. */
    protected abstract void assertIntact() throws Exception;
}
