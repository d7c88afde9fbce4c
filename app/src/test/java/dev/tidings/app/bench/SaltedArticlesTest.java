package dev.tidings.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.duplicate.Arrival;
import dev.tidings.streams.duplicate.Duplicates;
import dev.tidings.streams.duplicate.Holders;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.SketchInput;
import dev.tidings.streams.duplicate.Sketcher;
import dev.tidings.streams.duplicate.Verdict;
import dev.tidings.streams.duplicate.Windows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaltedArticlesTest {
    private static final Path SAMPLES = Path.of("..", "seeds");

    @TempDir
    Path folder;

    @Test
    void aTenthAreCopiesAndTheDeskTakesNoOtherForOne() throws IOException {
        SaltedArticles articles = SaltedArticles.write(SAMPLES, folder, 1_000, SaltedArticles.ARTICLE, 1);

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
        SaltedArticles articles = SaltedArticles.write(SAMPLES, folder, 50, SaltedArticles.ARTICLE, 1);

        for (String name : articles.names().toList()) {
            assertThat(Files.size(folder.resolve(name))).isBetween(4_000L, 4_200L);
        }
    }

    @Test
    void theSameSeedGivesTheSameTextsAndAnotherSeedOthers() {
        String text = SaltedTexts.of(SAMPLES, SaltedArticles.ARTICLE, 1).next();

        assertThat(SaltedTexts.of(SAMPLES, SaltedArticles.ARTICLE, 1).next()).isEqualTo(text);
        assertThat(SaltedTexts.of(SAMPLES, SaltedArticles.ARTICLE, 2).next()).isNotEqualTo(text);
    }

    private Map<Verdict, Integer> verdicts(SaltedArticles articles) throws IOException {
        Duplicates desk = new Duplicates(Holders.inMemory(), Windows.DEFAULT);
        Map<Verdict, Integer> verdicts = new TreeMap<>();
        long offset = 0;
        for (String name : articles.names().toList()) {
            String text = Files.readString(folder.resolve(name));
            SketchInput input = new SketchInput(Optional.empty(), text, Optional.empty());
            Arrival arrival =
                    new Arrival(new Reference(0, offset++), 0, UUID.randomUUID(), 1, "", Sketcher.sketch(input));
            verdicts.merge(desk.decide(arrival).verdict(), 1, Integer::sum);
        }
        return verdicts;
    }
}
