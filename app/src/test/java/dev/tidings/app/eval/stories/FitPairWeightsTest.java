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
        assertThat(english.kind()).isEqualTo("SAME_LANGUAGE");
        assertThat(english.together()).isEqualTo(3 * PLACES.size());
        assertThat(english.fittedLoss()).isLessThan(english.usedLoss());
        assertThat(english.fitted().byWords()).isNotEqualTo(english.used().byWords());
    }

    @Test
    void keepsTheWeightsOfAKindWithTooFewPairs() throws IOException {
        Path file = folder.resolve("few.jsonl");
        Files.writeString(file, line(0, 0) + line(1, 0) + line(2, 1));
        assertThat(FitPairWeights.fitFile(file))
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
        String text = List.of("Rescue teams in ", "Hundreds left their homes in ", "The mayor of ")
                        .get(report)
                + place + " spoke of the flood after heavy rain. Helpers from " + place + " and from "
                + PLACES.get((story + 1 + report) % PLACES.size()) + " brought " + (20 + 7 * story) + " boats. "
                + "The report number " + report + " was written while the water was still rising in the town.";
        return new ObjectMapper()
                        .writeValueAsString(Map.of(
                                "id",
                                place + report,
                                "story",
                                place,
                                "lang",
                                "en",
                                "time",
                                1_000L * story,
                                "text",
                                text))
                + "\n";
    }
}
