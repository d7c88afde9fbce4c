package dev.tidings.text.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.text.orthography.MatchKey;
import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words by which versions of a text differ, of every language that has some. */
class ChangeWordsTest {

    private static final String NEGATION = "negation";
    private static final String NOTICE = "notice";
    private static final String CORRECTION = "correction";
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja", "th", "km", "my");

    private record ChangeWord(String language, String kind, String word) {

        boolean isSpaced() {
            return !WITHOUT_SPACES.contains(language);
        }

        boolean isPhrase() {
            return word.contains(" ");
        }
    }

    @Test
    void everyRowIsANegationANoticeOrACorrectionAndItsWords() {
        assertThat(LanguagePack.all())
                .flatExtracting(pack -> pack.rows(PackFile.CHANGES))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row).hasSize(2);
                    assertThat(row.get(0)).isIn(NEGATION, NOTICE, CORRECTION);
                });
    }

    @Test
    void noWordIsEmpty() {
        assertThat(words(word -> word.word().isBlank() || word.word().equals("-")))
                .isEmpty();
    }

    @Test
    void noWordHasSpacesAround() {
        assertThat(words(word -> !word.word().equals(word.word().strip()))).isEmpty();
    }

    @Test
    void wordsAreWrittenInComposedCharacters() {
        assertThat(words(word -> !Normalizer.isNormalized(word.word(), Normalizer.Form.NFC)))
                .isEmpty();
    }

    @Test
    void noWordStandsTwiceInARowNorTwoOfOneMatchKey() {
        assertThat(words(word -> true))
                .extracting(word -> word.language() + " " + word.kind() + " " + MatchKey.of(word.word()))
                .doesNotHaveDuplicates();
    }

    @Test
    void noCorrectionIsASingleWord() {
        assertThat(words(word -> word.kind().equals(CORRECTION) && word.isSpaced() && !word.isPhrase()))
                .isEmpty();
    }

    @Test
    void everyNegationIsASingleWord() {
        assertThat(words(word -> word.kind().equals(NEGATION) && word.isPhrase()))
                .isEmpty();
    }

    @Test
    void noNegationIsASingleCharacterWhereWordsHaveNoSpaces() {
        assertThat(words(word -> word.kind().equals(NEGATION) && !word.isSpaced()))
                .isNotEmpty()
                .allMatch(word -> word.word().length() > 1);
    }

    @Test
    void sixtyLanguagesTellACorrection() {
        assertThat(words(word -> !word.kind().equals(NEGATION)).stream()
                        .map(ChangeWord::language)
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Correction: an earlier version of this article gave a wrong year.",
                "fr | Rectificatif : une version précédente de cet article donnait une année fausse.",
                "sw | Masahihisho: toleo la awali la makala haya lilitaja mwaka usio sahihi.",
                "pcm | Correction: di first version of dis tori carry wrong year."
            })
    void aLineThatCorrectsIsKnownByItsBeginningAndByItsPhrase(String language, String line) {
        String key = MatchKey.of(line);
        assertThat(keys(language, NOTICE)).anyMatch(notice -> key.matches("\\Q" + notice + "\\E ?:.*"));
        assertThat(keys(language, CORRECTION)).anyMatch(key::contains);
    }

    private static List<String> keys(String language, String kind) {
        return LanguagePack.of(language).words(PackFile.CHANGES, kind).stream()
                .map(MatchKey::of)
                .toList();
    }

    private static List<ChangeWord> words(Predicate<ChangeWord> condition) {
        return LanguagePack.all().stream()
                .flatMap(pack -> pack.rows(PackFile.CHANGES).stream()
                        .flatMap(row -> LanguagePack.alternatives(row.get(1))
                                .map(word -> new ChangeWord(pack.tag(), row.get(0), word))))
                .filter(condition)
                .toList();
    }
}
