package dev.tidings.bench.article;

import dev.tidings.app.bench.text.ArticleSupply;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The articles that the benchmarks go over, so many that nothing remembers them: those of a folder, which {@code
 * -Dcorpus=DIR} names, or else variations of the samples.
 */
final class Samples {
    private static final int ARTICLES = 4_000;

    private final List<String> texts;
    private int next;

    private Samples(List<String> texts) {
        this.texts = texts;
    }

    static Samples load() {
        String corpus = System.getProperty("corpus", "");
        ArticleSupply supply =
                corpus.isEmpty() ? ArticleSupply.ofSamples(Path.of("seeds")) : ArticleSupply.ofCorpus(Path.of(corpus));
        return new Samples(Stream.generate(supply::nextText).limit(ARTICLES).toList());
    }

    List<String> texts() {
        return texts;
    }

    /** Returns one after the other, and begins again behind the last. */
    String nextText() {
        return texts.get(next++ % texts.size());
    }
}
