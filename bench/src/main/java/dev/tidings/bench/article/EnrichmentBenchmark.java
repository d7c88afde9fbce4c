package dev.tidings.bench.article;

import dev.tidings.streams.analyse.AnalysedArticle;
import dev.tidings.streams.analyse.Analysis;
import dev.tidings.streams.analyse.ArticleInput;
import dev.tidings.streams.analyse.Draft;
import dev.tidings.streams.analyse.Supplied;
import dev.tidings.streams.decode.Payload;
import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.digest.Keyword;
import dev.tidings.streams.enrich.digest.KeywordFinder;
import dev.tidings.streams.enrich.digest.Prose;
import dev.tidings.streams.enrich.digest.Summarizer;
import dev.tidings.streams.enrich.name.FoundNames;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.token.Tokens;
import dev.tidings.text.segment.Segmenter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
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

/** Time to analyse one sample: the whole, each step, and each enricher on words already read. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "-XX:+UseSerialGC",
            "-Xmn256m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages"
        })
public class EnrichmentBenchmark {
    private final Analysis analysis = Analysis.standard();
    private final Segmenter segmenter = new Segmenter();

    /** Which sample: 0 and 1 are Central Kurdish, 2 and 3 English. */
    @Param({"0", "1", "2", "3"})
    public int sample = 0;

    private ArticleInput input = input(new byte[0]);
    private Draft.Decoded decoded = analysis.decode(input);
    private Draft.Extracted extracted = analysis.extract(decoded);
    private Draft.Sketched sketched = analysis.sketch(extracted);
    private Draft.Identified identified = analysis.identify(sketched);
    private Tokens tokens = Tokens.of("");
    private String language = "und";
    private Prose prose = Prose.of(tokens, language);

    /** Takes the sample up to every step. */
    @Setup
    public void prepare() throws IOException {
        input = input(Samples.bytes(sample));
        decoded = analysis.decode(input);
        extracted = analysis.extract(decoded);
        sketched = analysis.sketch(extracted);
        identified = analysis.identify(sketched);
        tokens = Tokens.of(extracted.body());
        language = identified.language().tag();
        prose = Prose.of(tokens, language);
    }

    private static ArticleInput input(byte[] bytes) {
        return new ArticleInput(new Payload(ByteBuffer.wrap(bytes), Optional.empty()), "text/plain", Supplied.NOTHING);
    }

    /** Everything from bytes to features. */
    @Benchmark
    public AnalysedArticle analysis() {
        return analysis.analyse(input);
    }

    /** Bytes to text. */
    @Benchmark
    public Draft.Decoded stepDecode() {
        return analysis.decode(input);
    }

    /** Text to blocks. */
    @Benchmark
    public Draft.Extracted stepExtract() {
        return analysis.extract(decoded);
    }

    /** Body to sketch and keys. */
    @Benchmark
    public Draft.Sketched stepSketch() {
        return analysis.sketch(extracted);
    }

    /** Title and body to language. */
    @Benchmark
    public Draft.Identified stepLanguage() {
        return analysis.identify(sketched);
    }

    /** All enrichers and the features. */
    @Benchmark
    public AnalysedArticle stepEnrich() {
        return analysis.enrich(identified);
    }

    /** Words with their keys, read once for all enrichers. */
    @Benchmark
    public Tokens tokens() {
        return Tokens.of(extracted.body());
    }

    /** Words and sentences by the break rules of UAX 29. */
    @Benchmark
    public int counts() {
        return segmenter.words(extracted.body()) + segmenter.sentences(extracted.body());
    }

    /** Dates. */
    @Benchmark
    public FoundDates dates() {
        return DateFinder.find(tokens, language, Optional.empty());
    }

    /** People, organisations, places. */
    @Benchmark
    public FoundNames names() {
        return NameFinder.find(tokens, language);
    }

    /** Sentences and stop words, read once for keywords, summary and features. */
    @Benchmark
    public Prose prose() {
        return Prose.of(tokens, language);
    }

    /** Keywords. */
    @Benchmark
    public List<Keyword> keywords() {
        return KeywordFinder.find(prose);
    }

    /** Summary. */
    @Benchmark
    public List<String> summary() {
        return Summarizer.summarise(prose, span -> true);
    }
}
