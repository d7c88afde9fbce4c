package dev.tidings.bench.article;

import com.dynatrace.hash4j.hashing.Hashing;
import com.dynatrace.hash4j.similarity.ElementHashProvider;
import com.dynatrace.hash4j.similarity.SimilarityHashPolicy;
import com.dynatrace.hash4j.similarity.SimilarityHasher;
import com.dynatrace.hash4j.similarity.SimilarityHashing;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.Folder;
import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.minhash.MinHashFilter;
import org.apache.lucene.analysis.shingle.ShingleFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time to sketch one of thousands of articles for duplicate detection, from text to sketch: ours, hash4j's on the words that our fold has
 * found, and Lucene's with its own words. All take shingles of four words; only ours are weighed by script, have the
 * fingerprint of the text, its numbers and the keys beside them, and Lucene folds nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SketchBenchmark {
    private static final int WORDS = 4;

    private final SimilarityHasher superMinHash = hasher(SimilarityHashing.superMinHash(64, 8));
    private final SimilarityHasher minHash = hasher(SimilarityHashing.minHash(128, 8));

    private final Folder folder = new Folder();
    private @Nullable Samples articles;

    /** Loads the articles. */
    @Setup
    public void load() {
        articles = Samples.load();
    }

    private String nextText() {
        return Objects.requireNonNull(articles).nextText();
    }

    private static SimilarityHasher hasher(SimilarityHashPolicy policy) {
        return policy.createHasher();
    }

    /** The fold alone, which everything but Lucene's needs. */
    @Benchmark
    public FoldedText fold() {
        return folder.fold(nextText());
    }

    /** The sketch of this project: fold, fingerprint, 48 smallest hashes with positions, numbers, keys. */
    @Benchmark
    public Sketch tidings() {
        return Sketcher.computeSketch(new SketchInput(Optional.empty(), nextText(), Optional.empty()));
    }

    /** SuperMinHash with 64 components of 8 bits. */
    @Benchmark
    public byte[] superMinHash64() {
        return superMinHash.compute(shingles(folder.fold(nextText())));
    }

    /** MinHash with 128 components of 8 bits. */
    @Benchmark
    public byte[] minHash128() {
        return minHash.compute(shingles(folder.fold(nextText())));
    }

    /** Lucene's MinHashFilter with 128 buckets. */
    @Benchmark
    public int luceneMinHash128() throws IOException {
        StandardTokenizer words = new StandardTokenizer();
        words.setReader(new StringReader(nextText()));
        ShingleFilter shingles = new ShingleFilter(words, WORDS, WORDS);
        shingles.setOutputUnigrams(false);
        int hashes = 0;
        try (TokenStream stream = new MinHashFilter(shingles, 1, 128, 1, true)) {
            stream.reset();
            while (stream.incrementToken()) {
                hashes++;
            }
            stream.end();
        }
        return hashes;
    }

    private static ElementHashProvider shingles(FoldedText text) {
        int count = Math.max(1, text.size() - WORDS + 1);
        long[] hashes = new long[count];
        for (int shingle = 0; shingle < count; shingle++) {
            long hash = 0;
            for (int word = shingle; word < Math.min(shingle + WORDS, text.size()); word++) {
                hash = Hashing.komihash5_0().hashLongLongToLong(hash, text.tokenHash(word));
            }
            hashes[shingle] = hash;
        }
        return ElementHashProvider.ofValues(hashes);
    }
}
