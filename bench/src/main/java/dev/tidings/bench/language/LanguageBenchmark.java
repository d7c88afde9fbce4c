package dev.tidings.bench.language;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to identify one text. {@code -Dlanguage.rows=FILE} names the rows (tsv or tsv.gz: ISO 639-3, length class,
 * text). Everything runs in one process ({@code Fork(0)}), as a service would have it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(0)
public class LanguageBenchmark {
    private static final int TEXTS = 400;

    /** The library. */
    @Param
    public Library library = Library.TIDINGS;

    /** The kind of texts. */
    @Param({"headline", "article"})
    public String length = "headline";

    private Library.Detector detector = text -> "und";
    private List<String> texts = List.of();
    private int next;

    /** Loads library and texts. */
    @Setup
    public void load() throws IOException {
        detector = library.load();
        Texts rows = Texts.read(Path.of(System.getProperty("language.rows", "dev.tsv.gz")));
        texts = length.equals("headline") ? rows.headlines(TEXTS) : rows.articles(TEXTS);
    }

    /** Identifies the next text. */
    @Benchmark
    public String identify() {
        next = next + 1 < texts.size() ? next + 1 : 0;
        return detector.detect(texts.get(next));
    }
}
