package dev.tidings.bench.article;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.ArticleInput;
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
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

/** Time to analyse one of thousands of articles: the whole, and each enricher on words already read. */
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

    private final List<AnalysisState> articles = new ArrayList<>();
    private final List<Read> read = new ArrayList<>();
    private int next;

    /**
     * An article whose words are read.
     *
     * @param body its body
     * @param language its language (BCP 47)
     * @param tokens the words of the body
     * @param prose the same as sentences
     */
    private record Read(String body, String language, Tokens tokens, Prose prose) {
        static Read of(AnalysisState identified) {
            String language = identified.language().tag();
            Tokens tokens = Tokens.of(identified.body());
            return new Read(identified.body(), language, tokens, Prose.of(tokens, language));
        }
    }

    /** Takes the articles up to their languages. */
    @Setup
    public void prepare() {
        for (String text : Samples.load().texts()) {
            AnalysisState article = state(text.getBytes(UTF_8));
            articles.add(article);
            read.add(Read.of(toLanguage.run(article, boilerplate)));
        }
    }

    private Read nextRead() {
        return read.get(next++ % read.size());
    }

    private static AnalysisState state(byte[] bytes) {
        return new AnalysisState(input(bytes), 1, 0);
    }

    private static ArticleInput input(byte[] bytes) {
        return new ArticleInput(
                new Payload(ByteBuffer.wrap(bytes), Optional.empty()), "text/plain", SuppliedMetadata.NOTHING);
    }

    /** Everything from bytes to features; {@code tidings bench-analysis} measures it stage by stage. */
    @Benchmark
    public AnalysisState analysis() {
        return stages.run(articles.get(next++ % articles.size()), boilerplate);
    }

    /** Words with their keys, read once for all enrichers. */
    @Benchmark
    public Tokens tokens() {
        return Tokens.of(nextRead().body());
    }

    /** Words and sentences by the break rules of UAX 29. */
    @Benchmark
    public int counts() {
        String body = nextRead().body();
        return segmenter.countWords(body) + segmenter.countSentences(body);
    }

    /** Dates. */
    @Benchmark
    public FoundDates dates() {
        Read article = nextRead();
        return DateFinder.findDates(article.tokens(), article.language(), Optional.empty());
    }

    /** People, organisations, places. */
    @Benchmark
    public FoundNames names() {
        Read article = nextRead();
        return NameFinder.findNames(article.tokens(), article.language());
    }

    /** Sentences and stop words, read once for keywords, summary and features. */
    @Benchmark
    public Prose prose() {
        Read article = nextRead();
        return Prose.of(article.tokens(), article.language());
    }

    /** Keywords. */
    @Benchmark
    public List<ScoredKeyword> keywords() {
        return KeywordFinder.findKeywords(nextRead().prose());
    }

    /** Summary. */
    @Benchmark
    public List<String> summary() {
        return Summarizer.summarise(nextRead().prose(), span -> true);
    }
}
