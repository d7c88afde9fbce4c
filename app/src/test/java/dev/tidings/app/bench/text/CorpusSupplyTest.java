package dev.tidings.app.bench.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusSupplyTest {
    private static final Path SAMPLES = Path.of("..", "seeds");
    private static final String PAGE =
            "<html><script>var word = 'inside';</script><p class=\"lead\">Parliament met&nbsp;in 1987.</p></html>";

    @TempDir
    Path folder;

    private Path corpus;

    @BeforeEach
    void copySamples() throws IOException {
        corpus =
                Files.createDirectories(folder.resolve("corpus").resolve("any")).getParent();
        for (Path sample : samples()) {
            Files.copy(sample, corpus.resolve("any").resolve(sample.getFileName()));
        }
    }

    @Test
    void everyFileComesOnceAsItIsBeforeAnyVariation() throws IOException {
        ArticleSupply supply = ArticleSupply.ofCorpus(corpus);

        Set<String> first = new HashSet<>(take(supply, samples().size()));
        Set<String> later = new HashSet<>(take(supply, 40));

        Set<String> real = new HashSet<>();
        for (Path sample : samples()) {
            real.add(Files.readString(sample));
        }
        assertThat(first).isEqualTo(real);
        assertThat(later).hasSize(40).doesNotContainAnyElementsOf(real);
    }

    @Test
    void twoSuppliesOfOneFolderGiveTheSame() {
        assertThat(take(ArticleSupply.ofCorpus(corpus), 20)).isEqualTo(take(ArticleSupply.ofCorpus(corpus), 20));
    }

    @Test
    void filesKeepTheirFormat() throws IOException {
        Files.writeString(corpus.resolve("page.html"), PAGE);

        List<String> names = ArticleSupply.ofCorpus(corpus)
                .writeArticles(folder.resolve("out"), 5)
                .names();

        assertThat(names).filteredOn(name -> name.endsWith(".html")).hasSize(1);
        assertThat(names).filteredOn(name -> name.endsWith(".txt")).hasSize(4);
    }

    @Test
    void aVariationKeepsMarkupAndShapeAndNotTheWords() throws IOException {
        Files.createDirectories(folder.resolve("page"));
        Files.writeString(folder.resolve("page").resolve("page.html"), PAGE);
        ArticleSupply supply = ArticleSupply.ofCorpus(folder.resolve("page"));
        supply.nextText();

        String varied = supply.nextText();

        assertThat(varied)
                .matches("<html><script>var word = 'inside';</script><p class=\"lead\">"
                        + "\\p{Lu}\\p{L}+ \\p{Ll}+&nbsp;\\p{Ll}+ 19\\d\\d\\.</p></html>")
                .isNotEqualTo(PAGE);
    }

    @Test
    void theWordsOfAThousandVariationsAreThoseOfALanguageAndNotOfASample() {
        ArticleSupply supply = ArticleSupply.ofSamples(SAMPLES);
        Set<String> words = new HashSet<>();
        take(supply, 1_000)
                .forEach(text -> Vocabulary.WORD.matcher(text).results().forEach(w -> words.add(w.group())));

        assertThat(words).hasSizeGreaterThan(25_000);
    }

    @Test
    void aFolderWithoutArticlesIsRefused() {
        assertThatThrownBy(() -> ArticleSupply.ofCorpus(folder.resolve("corpus").resolve("none")))
                .isInstanceOf(BenchException.class);
    }

    private static List<String> take(ArticleSupply supply, int count) {
        return Stream.generate(supply::nextText).limit(count).toList();
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.toList();
        }
    }
}
