package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {

    private final LanguageIdentifier identifier = LanguageIdentifier.load();

    @ParameterizedTest
    @CsvSource({
        "000_7862ad32163287db.txt, ckb, Arab",
        "001_0ad0bd1f11616762.txt, ckb, Arab",
        "002_5f853b347646af86.txt, en, Latn",
        "003_6c18de837fb1579b.txt, en, Latn"
    })
    void knowsTheRealArticles(String seed, String tag, String script) throws IOException {
        Identification found = identifier.identify(Files.readString(Path.of("../seeds", seed)));
        assertThat(found.tag()).isEqualTo(tag);
        assertThat(found.script()).isEqualTo(script);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "12345 67890", "🙂🙂", "\ud83d", "التقى الرئيس الروسي نظيره التركي في سوتشي"})
    void abstainsWhenUnsure(String text) {
        assertThat(identifier.identify(text).undetermined()).isTrue();
    }

    @Test
    void aTextWithoutLettersHasNoScript() {
        assertThat(identifier.identify("2021 - 09").script()).isEqualTo("Zyyy");
    }
}
