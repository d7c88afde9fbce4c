package dev.tidings.bench.article;

import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.ArticleInput;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.analyse.SuppliedMetadata;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.enrich.date.DateFinder;
import dev.tidings.streams.enrich.date.FoundDates;
import dev.tidings.streams.enrich.keyword.KeywordFinder;
import dev.tidings.streams.enrich.keyword.Prose;
import dev.tidings.streams.enrich.keyword.ScoredKeyword;
import dev.tidings.streams.enrich.name.FoundNames;
import dev.tidings.streams.enrich.name.NameFinder;
import dev.tidings.streams.enrich.summary.Summarizer;
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
    private final AnalysisStages stages = AnalysisStages.standard();
    private final AnalysisStages toLanguage = stages.upTo("language");
    private final BoilerplateIndex boilerplate = BoilerplateIndex.inMemory();
    private final Segmenter segmenter = new Segmenter();

    /** Which sample: 0 and 1 are Central Kurdish, 2 and 3 English. */
    @Param({"0", "1", "2", "3"})
    public int sample = 0;

    /** Which stage the benchmark of one stage runs; enrichers find words, dates and names read. */
    @Param({"decode", "extract", "boilerplate", "sketch", "language", "counts", "names", "keywords", "summary", "story"
    })
    public String stage = "decode";

    private AnalysisState article = state(new byte[0]);
    private AnalysisState before = article;
    private Stage measured = stages.all().get(0);
    private Tokens tokens = Tokens.of("");
    private String language = "und";
    private String body = "";
    private Prose prose = Prose.of(tokens, language);

    /** Takes the sample up to the stage. */
    @Setup
    public void prepare() throws IOException {
        article = state(Samples.bytes(sample));
        before = article;
        for (Stage next : stages.all()) {
            measured = next;
            if (next.name().equals(stage)) {
                break;
            }
            before = AnalysisStages.run(next, before, boilerplate);
        }
        AnalysisState identified = toLanguage.run(article, boilerplate);
        body = identified.body();
        tokens = Tokens.of(body);
        language = identified.language().tag();
        prose = Prose.of(tokens, language);
    }

    private static AnalysisState state(byte[] bytes) {
        return new AnalysisState(input(bytes), 1, 0);
    }

    private static ArticleInput input(byte[] bytes) {
        return new ArticleInput(
                new Payload(ByteBuffer.wrap(bytes), Optional.empty()), "text/plain", SuppliedMetadata.NOTHING);
    }

    /** Everything from bytes to features. */
    @Benchmark
    public AnalysisState analysis() {
        return stages.run(article, boilerplate);
    }

    /** One stage. */
    @Benchmark
    public AnalysisState oneStage() {
        return AnalysisStages.run(measured, before, boilerplate);
    }

    /** Words with their keys, read once for all enrichers. */
    @Benchmark
    public Tokens tokens() {
        return Tokens.of(body);
    }

    /** Words and sentences by the break rules of UAX 29. */
    @Benchmark
    public int counts() {
        return segmenter.countWords(body) + segmenter.countSentences(body);
    }

    /** Dates. */
    @Benchmark
    public FoundDates dates() {
        return DateFinder.findDates(tokens, language, Optional.empty());
    }

    /** People, organisations, places. */
    @Benchmark
    public FoundNames names() {
        return NameFinder.findNames(tokens, language);
    }

    /** Sentences and stop words, read once for keywords, summary and features. */
    @Benchmark
    public Prose prose() {
        return Prose.of(tokens, language);
    }

    /** Keywords. */
    @Benchmark
    public List<ScoredKeyword> keywords() {
        return KeywordFinder.findKeywords(prose);
    }

    /** Summary. */
    @Benchmark
    public List<String> summary() {
        return Summarizer.summarise(prose, span -> true);
    }
}
