package dev.tidings.app.eval.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.app.eval.articles.FieldScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoriesEvaluationTest {

    private static final Path SEEDS = Path.of("..", "seeds");

    /** What the language of a text is told by, with room for three names. */
    private static final Map<String, String> SENTENCES = Map.of(
            "en", "The minister said that %s and %s were going to meet at the house of %s. ",
            "fr", "Le ministre a dit que %s et %s devaient se rencontrer dans la maison de %s. ",
            "es", "El ministro dijo que %s y %s iban a reunirse en la casa de %s. ");

    @TempDir
    Path folder;

    @Test
    void theSamplesAreTwoStories() throws IOException {
        StoriesReport report = StoriesEvaluation.runEvaluation(List.of(file(List.of(
                line("000_7862ad32163287db.txt", "sochi", "ckb"),
                line("001_0ad0bd1f11616762.txt", "erbil", "ckb"),
                line("002_5f853b347646af86.txt", "sochi", "en"),
                line("003_6c18de837fb1579b.txt", "sochi", "en")))));
        assertThat(report.scores().f1()).isEqualTo(1.0, within(1e-9));
        assertThat(report.byLanguagePair()).containsEntry("ckb-en", new FieldScore(2, 2));
        assertThat(report.retrieval())
                .containsOnly(Map.entry("ckb-en", new FieldScore(1, 1)), Map.entry("en-ckb", new FieldScore(2, 2)));
    }

    @Test
    void tellsTheLargestStoryWhatThereWouldBeIfEachStoodAloneAndWhatJoinedWhat() throws IOException {
        StoriesReport report = StoriesEvaluation.runEvaluation(List.of(file(List.of(
                line("000_7862ad32163287db.txt", "sochi", "ckb"),
                line("001_0ad0bd1f11616762.txt", "", "ckb"),
                line("002_5f853b347646af86.txt", "sochi", "en"),
                line("003_6c18de837fb1579b.txt", "sochi", "en")))));

        assertThat(report.scores().largest()).isEqualTo(3);
        assertThat(report.scores().shareInLarge()).isZero();
        assertThat(report.alone().largest()).isEqualTo(1);
        assertThat(report.alone().recall()).isEqualTo(1.0 / 3, within(1e-9));
        assertThat(report.alone().precision()).isEqualTo(1.0, within(1e-9));
        assertThat(report.merges())
                .extracting(merge -> merge.kind() + " " + merge.languages() + " " + merge.article())
                .containsExactly("JOINED ckb-en 002_5f853b347646af86.txt", "JOINED en 003_6c18de837fb1579b.txt");
        assertThat(report.merges())
                .allSatisfy(merge -> assertThat(merge.reasons()).isNotEmpty());
    }

    @Test
    void storiesThatBecameOneAreToldWithTheArticleThatBroughtThemTogether() throws IOException {
        StoriesReport report = StoriesEvaluation.runEvaluation(List.of(file(List.of(
                telling("a", "en", 1),
                telling("b", "fr", 2),
                telling("c", "fr", 2),
                telling("d", "en", 1),
                telling("e", "es", 1, 2)))));

        assertThat(report.scores().largest()).isEqualTo(5);
        assertThat(report.merges())
                .filteredOn(merge -> merge.kind() == StoryMerge.Kind.STORIES_MERGED)
                .singleElement()
                .satisfies(merge -> {
                    assertThat(merge.article()).isEqualTo("b");
                    assertThat(merge.nearest()).isEqualTo("e");
                    assertThat(merge.languages()).isEqualTo("es-fr");
                });
    }

    /** Returns an article on some events, each with names of its own that are the same in all languages. */
    private static String telling(String id, String language, Integer... events) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int event : events) {
            for (int sentence = 0; sentence < 12; sentence++) {
                Random words = new Random(event * 1_000L + sentence);
                text.append(String.format(
                        Locale.ROOT, SENTENCES.getOrDefault(language, ""), name(words), name(words), name(words)));
            }
        }
        return new ObjectMapper()
                .writeValueAsString(
                        Map.of("id", id, "story", "", "lang", language, "time", "2021-09-30T00:00:00Z", "text", text));
    }

    private static String name(Random random) {
        String word = word(random);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static String word(Random random) {
        List<String> syllables = List.of(
                "ba", "ko", "ri", "ten", "mu", "sal", "dor", "gi", "lan", "pe", "vor", "zu", "chi", "nam", "hel",
                "tos");
        StringBuilder word = new StringBuilder();
        for (int part = 0; part < 3; part++) {
            word.append(syllables.get(random.nextInt(syllables.size())));
        }
        return word.toString();
    }

    @Test
    void pairsOfLanguagesComeWithTheWayBackTheLeastTogetherFirst() {
        FieldScore half = new FieldScore(1, 2);
        FieldScore full = new FieldScore(2, 2);
        StoryScores perfect = new StoryScores(1, 1, 1, 1, 0);
        StoriesReport report = new StoriesReport(
                4,
                perfect,
                perfect,
                Map.of("ckb-ckb", full, "ckb-ku-Latn", half, "ckb-en", full),
                Map.of("ckb-ku-Latn", full, "ku-Latn-ckb", half, "ckb-en", full),
                List.of());
        assertThat(report.languagePairs())
                .containsExactly(
                        new LanguagePair("ckb-ku-Latn", half, full, half),
                        new LanguagePair("ckb-ckb", full, FieldScore.NONE, FieldScore.NONE),
                        new LanguagePair("ckb-en", full, full, FieldScore.NONE));
    }

    @Test
    void whatIsApartThoughItBelongsTogetherCostsRecall() throws IOException {
        StoriesReport report = StoriesEvaluation.runEvaluation(List.of(file(List.of(
                line("000_7862ad32163287db.txt", "one", "ckb"), line("001_0ad0bd1f11616762.txt", "one", "ckb")))));
        assertThat(report.scores().precision()).isEqualTo(1.0, within(1e-9));
        assertThat(report.scores().recall()).isEqualTo(0.5, within(1e-9));
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("stories.jsonl"), lines);
    }

    private static String line(String seed, String story, String language) throws IOException {
        return new ObjectMapper()
                .writeValueAsString(Map.of(
                        "id", seed,
                        "story", story,
                        "lang", language,
                        "time", "2021-09-30T00:00:00Z",
                        "text", Files.readString(SEEDS.resolve(seed))));
    }
}
