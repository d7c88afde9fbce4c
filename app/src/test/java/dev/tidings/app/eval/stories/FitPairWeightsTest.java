package dev.tidings.app.eval.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitPairWeightsTest {

    private static final List<String> PLACES = List.of(
            "Bergamo",
            "Tampere",
            "Kumamoto",
            "Valparaiso",
            "Novosibirsk",
            "Gaziantep",
            "Mombasa",
            "Winnipeg",
            "Palermo",
            "Rotterdam",
            "Katowice",
            "Guadalajara");

    @TempDir
    Path folder;

    @Test
    void fitsWhatItSeesBetterThanTheWeightsInUseAndTheSameEachTime() throws IOException {
        Path file = file();
        List<PairWeightsFit> fits = FitPairWeights.fitFile(file);
        assertThat(fits).isEqualTo(FitPairWeights.fitFile(file));
        PairWeightsFit english = fits.get(0);
        assertThat(english.kind()).isEqualTo("CAPITALS");
        assertThat(english.together()).isEqualTo(2 * PLACES.size());
        assertThat(english.fittedLoss()).isLessThan(english.usedLoss());
        assertThat(english.fitted().byCosine()).isNotEqualTo(english.used().byCosine());
    }

    @Test
    void keepsTheWeightsOfAKindWithTooFewPairs() throws IOException {
        Path file = folder.resolve("few.jsonl");
        Files.writeString(file, line(0, 0) + line(1, 0) + line(2, 2));
        assertThat(FitPairWeights.fitFile(file))
                .hasSize(1)
                .allSatisfy(fit -> assertThat(fit.fitted()).isEqualTo(fit.used()));
    }

    private Path file() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int story = 0; story < PLACES.size(); story++) {
            for (int report = 0; report < 3; report++) {
                lines.add(line(story, report));
            }
        }
        return Files.writeString(folder.resolve("stories.jsonl"), String.join("", lines));
    }

    private static String line(int story, int report) throws IOException {
        String place = PLACES.get(story);
        String text = report == 2 ? spanishText(story) : englishText(story, report);
        return new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "id",
                                place + report,
                                "story",
                                place,
                                "lang",
                                report == 2 ? "es" : "en",
                                "time",
                                1_000L * story,
                                "text",
                                text))
                + "\n";
    }

    private static String spanishText(int story) {
        return "Equipos de rescate en " + PLACES.get(story) + " hablaron de la inundación después de las fuertes "
                + "lluvias. Unos ayudantes de " + PLACES.get(story) + " y de "
                + PLACES.get((story + 3) % PLACES.size()) + " trajeron " + (20 + 7 * story) + " barcos. "
                + "Este informe fue escrito mientras el agua todavía estaba subiendo en toda la ciudad.";
    }

    private static String englishText(int story, int report) {
        String place = PLACES.get(story);
        return List.of("Rescue teams in ", "Hundreds left their homes in ").get(report)
                + place + " spoke of the flood after heavy rain. Helpers from " + place + " and from "
                + PLACES.get((story + 1 + report) % PLACES.size()) + " brought " + (20 + 7 * story) + " boats. "
                + "The report number " + report + " was written while the water was still rising in the town.";
    }
}
