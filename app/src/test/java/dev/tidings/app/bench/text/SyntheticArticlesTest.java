package dev.tidings.app.bench.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.match.Verdict;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticArticlesTest {
    private static final Path SAMPLES = Path.of("..", "seeds");

    @TempDir
    Path folder;

    @Test
    void aTenthAreCopiesAndDeduplicationTakesNoOtherForOne() throws IOException {
        SyntheticArticles articles =
                SyntheticArticles.writeArticles(SAMPLES, folder, 1_000, SyntheticArticles.ARTICLE, 1);

        assertThat(articles.size()).isEqualTo(1_000);
        assertThat(articles.copies()).hasSizeBetween(90, 110);
        int exact = articles.copies().size() / 2;
        int near = articles.copies().size() - exact;
        assertThat(verdicts(articles))
                .containsOnly(
                        Map.entry(Verdict.NEW, articles.size() - exact - near),
                        Map.entry(Verdict.EXACT, exact),
                        Map.entry(Verdict.NEAR, near));
    }

    @Test
    void articlesAreAsLargeAsNewsArticles() throws IOException {
        SyntheticArticles articles = SyntheticArticles.writeArticles(SAMPLES, folder, 50, SyntheticArticles.ARTICLE, 1);

        for (String name : articles.fileNames().toList()) {
            assertThat(Files.size(folder.resolve(name))).isBetween(4_000L, 4_200L);
        }
    }

    @Test
    void theSameSeedGivesTheSameTextsAndAnotherSeedOthers() {
        String text =
                SyntheticTexts.ofSamples(SAMPLES, SyntheticArticles.ARTICLE, 1).nextText();

        assertThat(SyntheticTexts.ofSamples(SAMPLES, SyntheticArticles.ARTICLE, 1)
                        .nextText())
                .isEqualTo(text);
        assertThat(SyntheticTexts.ofSamples(SAMPLES, SyntheticArticles.ARTICLE, 2)
                        .nextText())
                .isNotEqualTo(text);
    }

    private Map<Verdict, Integer> verdicts(SyntheticArticles articles) throws IOException {
        Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
        Map<Verdict, Integer> verdicts = new TreeMap<>();
        long offset = 0;
        for (String name : articles.fileNames().toList()) {
            String text = Files.readString(folder.resolve(name));
            SketchInput input = new SketchInput(Optional.empty(), text, Optional.empty());
            IncomingArticle incomingArticle = new IncomingArticle(
                    new SourcePosition(0, offset++), 0, UUID.randomUUID(), 1, "", Sketcher.computeSketch(input));
            verdicts.merge(deduplicator.deduplicateArticle(incomingArticle).verdict(), 1, Integer::sum);
        }
        return verdicts;
    }
}
