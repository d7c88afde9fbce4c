package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureSumTest {
    private static final String LETTERS = "aabcdeefghiijklmnoopqrstuuvwxyzçéñß";

    @Test
    void wordByWordTheSumsAreThoseOfAllFeaturesAtOnceWhateverIsRemembered() throws IOException {
        LanguageModel model = loadModel();
        SplittableRandom random = new SplittableRandom(5);
        FeatureSum sum = new FeatureSum();
        IdentifierBuffers atOnce = new IdentifierBuffers();
        for (int round = 0; round < 3_000; round++) {
            for (String script : List.of("Latn", "Cyrl")) {
                assertEqualSums(randomText(random, script), script, model, sum, atOnce);
            }
        }
    }

    @Test
    void theNumberOfFeaturesFollowsFromTheLengthOfAWord() {
        NgramFeatures features = new NgramFeatures();
        for (int length = 3; length < 40; length++) {
            features.clear();
            features.addWord(new char[length + NgramFeatures.MAX_GRAM_CHARS], length);
            assertThat(NgramFeatures.countOf(length)).as("length %d", length).isEqualTo(features.size());
        }
    }

    private static void assertEqualSums(
            String text, String code, LanguageModel model, FeatureSum sum, IdentifierBuffers atOnce) {
        int script = Scripts.scriptNumber(code);
        ScriptModel languages = model.script(script).orElseThrow();
        atOnce.textExcerpt.readText(text);
        atOnce.ngramFeatures.collectFeatures(atOnce.textExcerpt, script);
        int known = model.sumRows(atOnce, languages);
        sum.sumExcerpt(atOnce.textExcerpt, script, languages, model);

        assertThat(sum.sums).isEqualTo(atOnce.sums);
        assertThat(sum.knownCount()).isEqualTo(known);
        assertThat(sum.featureCount()).isEqualTo(atOnce.ngramFeatures.size());
    }

    /** Most words are of three letters, so that many come again; some are longer than what is remembered. */
    private static String randomText(SplittableRandom random, String script) {
        StringBuilder text = new StringBuilder();
        for (int words = random.nextInt(1, 40); words > 0; words--) {
            int length = random.nextInt(6) == 0 ? random.nextInt(1, 40) : random.nextInt(1, 4);
            for (int letter = 0; letter < length; letter++) {
                int at = random.nextInt(LETTERS.length());
                text.append(script.equals("Latn") ? LETTERS.charAt(at) : (char) ('а' + at % 32));
            }
            text.append(random.nextInt(9) == 0 ? " 12, " : " ");
        }
        return text.toString();
    }

    private static LanguageModel loadModel() throws IOException {
        try (InputStream in = LanguageIdentifier.class.getResourceAsStream("model.bin")) {
            return LanguageModel.readModel(Objects.requireNonNull(in));
        }
    }
}
