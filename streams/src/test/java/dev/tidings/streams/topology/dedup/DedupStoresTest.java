package dev.tidings.streams.topology.dedup;

import static dev.tidings.streams.topology.DedupRun.START;
import static dev.tidings.streams.topology.DedupRun.TOPICS;
import static dev.tidings.streams.topology.DedupRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.topology.DedupRun;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What deduplication keeps in its stores: as in memory, the same again, and no longer than its windows. */
class DedupStoresTest {

    private static final String KURDISH = seed("000_7862ad32163287db.txt");
    private static final String ENGLISH = seed("002_5f853b347646af86.txt");

    @TempDir
    private Path folder;

    private DedupRun dedup;

    @BeforeEach
    void start() {
        dedup = new DedupRun(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        dedup.close();
    }

    @Test
    void windowsPassAndTheStoresEmpty() {
        for (int i = 0; i < 60; i++) {
            dedup.send(dedup.article("old" + i, KURDISH + " " + i));
        }
        int before = count(DedupStores.ARTICLES);
        for (int i = 0; i < 60; i++) {
            dedup.send(dedup.article("new" + i, ENGLISH + " " + i).setSourceTimestamp(START.plus(Duration.ofDays(40))));
        }

        assertThat(before).isEqualTo(60);
        assertThat(count(DedupStores.ARTICLES)).isEqualTo(60);
        assertThat(count(DedupStores.EXPIRIES)).isEqualTo(120);
        assertThat(count(DedupStores.REVISIONS)).isEqualTo(60);
        assertThat(entries(DedupStores.ARTICLES)).noneMatch(entry -> entry.startsWith("000000000000000000000000"));
    }

    @Test
    void sizesOfTheStoresAreMetrics() {
        for (int i = 0; i < 20; i++) {
            dedup.send(dedup.article("a" + i, KURDISH + " " + i));
        }

        assertThat(dedup.metric("estimate-num-keys", DedupStores.ARTICLES)).isGreaterThanOrEqualTo(20);
        assertThat(dedup.metric("cur-size-all-mem-tables", DedupStores.ARTICLES))
                .isPositive();
    }

    @Test
    void twoRunsOfOneLogAreEqualByteForByte() {
        List<String> first = run(dedup);
        try (DedupRun again = new DedupRun(folder.resolve("again"))) {
            assertThat(run(again)).isEqualTo(first).hasSizeGreaterThan(60);
        }
    }

    @Test
    void deduplicationOnStoresDecidesAsThatInMemory() {
        Deduplicator inMemory = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
        List<String> expected = new ArrayList<>();
        for (Analysed.Builder article : mixed(dedup)) {
            dedup.send(article);
            Analysed analysed = Analysed.newBuilder(article).build();
            if (analysed.getDeadLetterReason().isEmpty()) {
                Decision decision = inMemory.deduplicateArticle(IncomingArticles.of(analysed));
                expected.add(decision.ordinal() + " " + decision.verdict() + " " + decision.cluster());
            } else {
                inMemory.noteDeadLetter(IncomingArticles.deadLetterOf(analysed));
            }
        }

        List<String> decided = new ArrayList<>(expected);
        dedup.output(TOPICS.enriched())
                .forEach(record -> decided.set(
                        Integer.parseInt(header(record, EventHeaders.DECISION)),
                        header(record, EventHeaders.DECISION) + " " + header(record, EventHeaders.VERDICT) + " "
                                + header(record, EventHeaders.CLUSTER)));
        dedup.relations()
                .forEach(relation -> decided.set(
                        (int) relation.getDecision(),
                        relation.getDecision() + " " + relation.getKind() + " " + relation.getClusterId()));
        assertThat(decided).isEqualTo(expected);
        assertThat(expected).anyMatch(line -> line.contains("EXACT")).anyMatch(line -> line.contains("NEAR"));
    }

    private static List<Analysed.Builder> mixed(DedupRun dedup) {
        List<Analysed.Builder> articles = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            if (i % 9 == 7) {
                articles.add(dedup.deadLetter("dead" + i).setSourceTimestamp(START.plus(Duration.ofHours(i * 12L))));
                articles.add(dedup.article("dead" + i, "The paper of day " + i + " corrects what it has said before.")
                        .setRevision(2)
                        .setSourceTimestamp(START.plus(Duration.ofHours(i * 12L))));
            }
            String text = i % 2 == 0 ? KURDISH : ENGLISH;
            String part = i % 5 == 4 ? text : text.substring(i * 11, text.length() - i * 7);
            articles.add(dedup.article("m" + i % 30, part)
                    .setRevision(1 + i / 30)
                    .setSourcePartition(i % 3)
                    .setSourceTimestamp(START.plus(Duration.ofHours(i * 12L))));
        }
        return articles;
    }

    private static List<String> run(DedupRun dedup) {
        mixed(dedup).forEach(dedup::send);
        List<String> lines = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : dedup.output(TOPICS.enriched())) {
            lines.add(printed(record) + record.headers());
        }
        dedup.output(TOPICS.relations()).forEach(record -> lines.add(printed(record)));
        return lines;
    }

    private static String printed(TestRecord<byte[], byte[]> record) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(record.key()) + " " + hex.formatHex(record.value()) + " " + record.timestamp();
    }

    private int count(String store) {
        return entries(store).size();
    }

    private List<String> entries(String store) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = dedup.store(store).all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entry = all.next();
                keys.add(HexFormat.of().formatHex(entry.key.get()));
            }
        }
        return keys;
    }

    private static String seed(String name) {
        try {
            return Files.readString(Path.of("../seeds", name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
