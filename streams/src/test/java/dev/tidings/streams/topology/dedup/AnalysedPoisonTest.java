package dev.tidings.streams.topology.dedup;

import dev.tidings.kafka.serde.PoisonLaws;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.LedgerEntry;
import dev.tidings.streams.topology.DedupRun;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Deduplication, which reads {@code tidings.analysed}. */
class AnalysedPoisonTest implements PoisonLaws {

    @TempDir
    Path folder;

    private DedupRun dedup;

    @BeforeEach
    void open() {
        dedup = new DedupRun(folder);
    }

    @AfterEach
    void close() {
        dedup.close();
    }

    /** The number is its offset in raw; each text has nothing in common with the others. */
    @Override
    public byte[] goodValue(int number) {
        String text = ("word" + (char) ('a' + number) + " ").repeat(40);
        return dedup.bytes(
                DedupRun.TOPICS.analysed(),
                dedup.article("n" + number, text).setSourceOffset(number).build());
    }

    @Override
    public byte[] goodKey(int number) {
        return new byte[] {(byte) number};
    }

    @Override
    public byte[] otherValue() {
        return dedup.bytes(
                DedupRun.TOPICS.ledger(),
                LedgerEntry.newBuilder().setUri("news/a.txt").build());
    }

    @Override
    public void read(byte @Nullable [] key, byte @Nullable [] value) {
        dedup.sendBytes(key, value);
    }

    @Override
    public List<Integer> taken() {
        return dedup.output(DedupRun.TOPICS.enriched()).stream()
                .map(record -> Integer.valueOf(DedupRun.header(record, EventHeaders.SOURCE_OFFSET)))
                .toList();
    }

    @Override
    public List<String> reasons() {
        return dedup.deadLetters().stream().map(DeadLetter::getReason).toList();
    }
}
