package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stored answers name the version that gave them, so one version gives one answer for ever. */
class GoldenPredictionsTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.loadModel();

    @Test
    void theVersionAnswersAsItAlwaysDid() throws IOException {
        List<String> golden = lines("golden-predictions.tsv");

        assertThat(golden.get(0)).isEqualTo(IDENTIFIER.version());
        assertThat(golden.subList(1, golden.size()))
                .hasSizeGreaterThan(60)
                .isEqualTo(golden.subList(1, golden.size()).stream()
                        .map(line -> predicted(line.substring(line.lastIndexOf('\t') + 1)))
                        .toList());
    }

    @Test
    void theModelFileIsTheOneOfTheVersion() throws Exception {
        try (InputStream model = LanguageIdentifier.class.getResourceAsStream("model.bin")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(model.readAllBytes());

            assertThat(lines("golden-model.sha256"))
                    .containsExactly(IDENTIFIER.version(), HexFormat.of().formatHex(digest));
        }
    }

    /** Tag, script, probability to three places, text. */
    private static String predicted(String text) {
        LanguageCandidate best = IDENTIFIER.identify(text).best();
        return String.format(Locale.ROOT, "%s\t%s\t%.3f\t%s", best.tag(), best.script(), best.probability(), text);
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = GoldenPredictionsTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
