package dev.tidings.bench.article;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.match.Verdict;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.streams.topology.dedup.store.DedupStores;
import dev.tidings.streams.topology.dedup.store.KafkaDuplicateIndex;
import dev.tidings.streams.topology.store.BoundedRocksDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to decide 10,000 articles, already analysed, over stores on disk, without their changelogs, when so many
 * others are known; a tenth are copies.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
@Fork(1)
public class DedupBenchmark {
    static final int ARTICLES = 10_000;
    private static final int WORDS = 400;
    private static final int COPIES = 10;
    /** A million in six days, so that all are within the windows. */
    private static final long MILLIS_BETWEEN = 500;

    private static final String SOURCE = "source";

    /** How many articles deduplication knows. */
    @Param({"0", "100000", "1000000"})
    public int known = 0;

    private final SplittableRandom random = new SplittableRandom(1);
    private Optional<TopologyTestDriver> driver = Optional.empty();
    private Optional<Deduplicator> deduplicator = Optional.empty();
    private List<IncomingArticle> incomingArticles = List.of();
    private long next;

    /** Opens the stores and fills them. */
    @Setup
    public void fill() throws IOException {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "dedup-benchmark");
        properties.put(
                StreamsConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "dedup-benchmark")
                        .toString());
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        TopologyTestDriver stores = new TopologyTestDriver(topology(), properties);
        driver = Optional.of(stores);
        Deduplicator filled = new Deduplicator(new KafkaDuplicateIndex(stores::getKeyValueStore), DedupWindows.DEFAULT);
        for (int i = 0; i < known; i++) {
            filled.deduplicateArticle(nextArticle());
        }
        deduplicator = Optional.of(filled);
    }

    /** A processor that only owns the stores; the benchmark calls the deduplicator itself. */
    private static final class Owner implements Processor<byte[], byte[], byte[], byte[]> {

        @Override
        public void process(Record<byte[], byte[]> unused) {}
    }

    private static Topology topology() {
        Topology topology = new Topology()
                .addSource(
                        SOURCE,
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        "dedup")
                .addProcessor("dedup", Owner::new, SOURCE);
        DedupStores.storeNames()
                .forEach(store ->
                        topology.addStateStore(DedupStores.storeBuilder(store).withLoggingDisabled(), "dedup"));
        return topology;
    }

    /** Sketches the articles that will be decided, which is the work of analysis. */
    @Setup(Level.Invocation)
    public void arrive() {
        incomingArticles = Stream.generate(this::nextArticle).limit(ARTICLES).toList();
    }

    /** Deduplicates the sketched articles. */
    @Benchmark
    public long decide() {
        Deduplicator decider = deduplicator.orElseThrow();
        return incomingArticles.stream()
                .filter(incomingArticle ->
                        decider.deduplicateArticle(incomingArticle).verdict() != Verdict.NEW)
                .count();
    }

    /** Every tenth article is the copy of another one, anywhere in the past, with another end. */
    private IncomingArticle nextArticle() {
        long number = next++;
        boolean copy = number % COPIES == COPIES - 1;
        SplittableRandom told = copy ? new SplittableRandom(random.nextLong(number)) : new SplittableRandom(number);
        String text = words(told, WORDS) + words(random, WORDS / 10);
        Sketch sketch = Sketcher.computeSketch(new SketchInput(Optional.empty(), text, Optional.empty()));
        UUID id = new UUID(random.nextLong(), random.nextLong());
        return new IncomingArticle(new SourcePosition(0, number), number * MILLIS_BETWEEN, id, 1, "", sketch);
    }

    private static String words(SplittableRandom from, int words) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < words; word++) {
            text.append(Integer.toString(from.nextInt() >>> 8, Character.MAX_RADIX))
                    .append(' ');
        }
        return text.toString();
    }

    /** Closes the stores and removes them. */
    @TearDown
    public void close() {
        driver.ifPresent(TopologyTestDriver::close);
    }
}
