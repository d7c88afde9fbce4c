package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SampleArticlesTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.loadModel();

    @ParameterizedTest
    @CsvSource({
        Seeds.CENTRAL_KURDISH + ",ckb,Arab",
        Seeds.CENTRAL_KURDISH_MODERN + ",ckb,Arab",
        Seeds.ENGLISH + ",en,Latn",
        Seeds.ENGLISH_WITH_DATE_LINE + ",en,Latn"
    })
    void everySampleArticleIsInItsLanguage(String name, String tag, String script) {
        Identification answer = IDENTIFIER.identify(Seeds.text(name));

        assertThat(answer.tag()).isEqualTo(tag);
        assertThat(answer.script()).isEqualTo(script);
        assertThat(answer.probability()).isGreaterThan(0.98);
    }

    @ParameterizedTest
    @MethodSource("kurdishSentences")
    void everyKurdishSentenceIsCentralKurdish(String sentence) {
        assertThat(IDENTIFIER.identify(sentence).tag()).isEqualTo("ckb");
    }

    @ParameterizedTest
    @MethodSource("kurdishSentences")
    void everyKurdishSentenceIsCentralKurdishFromAnArabicKeyboardToo(String sentence) {
        String typed = sentence.replace('ک', 'ك')
                .replace('ە', 'ه')
                .replace('ی', 'ي')
                .replace('ڕ', 'ر')
                .replace('ڵ', 'ل');

        assertThat(IDENTIFIER.identify(typed).tag()).isEqualTo("ckb");
    }

    @ParameterizedTest
    @MethodSource("englishSentences")
    void anEnglishSentenceIsEnglishOrHasNoLanguage(String sentence) {
        assertThat(IDENTIFIER.identify(sentence).tag()).isIn("en", "und");
    }

    @Test
    void nearlyEveryEnglishSentenceIsRecognised() {
        List<String> sentences = englishSentences().toList();

        assertThat(sentences.stream()
                        .filter(sentence -> IDENTIFIER.identify(sentence).tag().equals("en")))
                .hasSizeGreaterThanOrEqualTo(sentences.size() - 5);
    }

    static Stream<String> kurdishSentences() {
        return Stream.of(Seeds.CENTRAL_KURDISH, Seeds.CENTRAL_KURDISH_MODERN)
                .flatMap(name -> Seeds.sentences(name).stream());
    }

    static Stream<String> englishSentences() {
        return Stream.of(Seeds.ENGLISH, Seeds.ENGLISH_WITH_DATE_LINE).flatMap(name -> Seeds.sentences(name).stream());
    }
}
