package dev.tidings.app.bench.text;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where the articles of a benchmark come from; it never ends, and no text comes twice. For one thread. */
public interface ArticleSupply {

    /**
     * Files of articles.
     *
     * @param names of the files
     * @param planned which of them are copies, where that is known
     */
    record Written(List<String> names, Optional<SyntheticArticles> planned) {
        /** Keeps a copy of the list. */
        public Written {
            names = List.copyOf(names);
        }
    }

    /**
     * Writes the next articles, a file each.
     *
     * @param folder where to; made when it does not exist
     * @param count how many
     * @return what was written
     * @throws BenchException when a file cannot be read or written
     */
    Written writeArticles(Path folder, int count);

    /**
     * Takes the next article.
     *
     * @return its text
     * @throws BenchException when a file cannot be read
     */
    String nextText();

    /**
     * Makes articles of the samples, a tenth of them copies.
     *
     * @param samples folder of texts, each in one language
     * @return the supply
     */
    static ArticleSupply ofSamples(Path samples) {
        return new SampleSupply(samples);
    }

    /**
     * Takes the articles of a folder, and variations of them when all are taken.
     *
     * @param folder holds {@code .txt} and {@code .html} files, an article each
     * @return the supply
     * @throws BenchException when there is no article
     */
    static ArticleSupply ofCorpus(Path folder) {
        return CorpusSupply.ofFolder(folder);
    }
}
