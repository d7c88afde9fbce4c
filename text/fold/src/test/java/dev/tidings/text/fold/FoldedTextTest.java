package dev.tidings.text.fold;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.Hashing;
import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldedTextTest {

    private static final Map<String, String> OLD_KURDISH =
            Map.of("ە", "ه\u200c", "ک", "ك", "ی", "ي", "ڕ", "ر", "ڵ", "ل", "ۆ", "و", "ێ", "ى", "ھ", "ه", "گ", "گـ");

    static Stream<String> seeds() {
        try (Stream<Path> files = Files.list(Path.of("../../seeds"))) {
            return files.sorted().map(FoldedTextTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sameTextInTwoSpellingsHasOneFingerprint(String article) {
        String respelt = article;
        for (Map.Entry<String, String> rule : OLD_KURDISH.entrySet()) {
            respelt = respelt.replace(rule.getKey(), rule.getValue());
        }

        assertThat(FoldedText.of(respelt)).hasToString(FoldedText.of(article).toString());
        assertThat(fingerprint(respelt)).isEqualTo(fingerprint(article));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void digitsOfEverySystemAreOne(String article) {
        String arabic = mapDigits(article, '٠');
        String persian = mapDigits(article, '۰');
        String thai = mapDigits(article, '๐');
        String wide = mapDigits(article, '０');

        assertThat(List.of(arabic, persian, thai, wide))
                .allSatisfy(text -> assertThat(fingerprint(text)).isEqualTo(fingerprint(article)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void normalisationCaseAndPunctuationDoNotCount(String article) {
        String decomposed = Normalizer2.getNFDInstance().normalize(article);
        String compatible = Normalizer2.getNFKCInstance().normalize(article);
        String shouted = article.toUpperCase(Locale.ROOT);
        String spaced = article.replace(" ", "\u00a0\n ").replace(',', '،').replace(".", " … ");
        String joined = article.replace("ن", "ن\u200d").replace("e", "e\u00ad");

        assertThat(List.of(decomposed, compatible, shouted, spaced, joined))
                .allSatisfy(text -> assertThat(fingerprint(text)).isEqualTo(fingerprint(article)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneChangedLetterChangesTheFingerprint(String article) {
        int middle = IntStream.range(article.length() / 2, article.length())
                .filter(i -> Character.isLetter(article.charAt(i)))
                .findFirst()
                .orElseThrow();
        String changed = article.substring(0, middle) + "ж" + article.substring(middle + 1);

        assertThat(fingerprint(changed)).isNotEqualTo(fingerprint(article));
    }

    @Test
    void casesOfTurkishFoldWithoutALocale() {
        assertThat(tokens("İSTANBUL Istanbul ıstanbul istanbul")).containsOnly("istanbul");
        assertThat(tokens("STRASSE Straße")).containsOnly("strasse");
        assertThat(tokens("ΣΟΦΟΣ σοφος Σοφός")).containsOnly("σοφοσ");
    }

    @Test
    void presentationFormsAndLigaturesAreTheirLetters() {
        assertThat(tokens("ﻛﻮﺭﺩ")).containsExactly("کورد");
        assertThat(tokens("ﻻ لا لآ")).containsOnly("لا");
        assertThat(tokens("ﬁle ｆｉｌｅ")).containsOnly("file");
    }

    @Test
    void numbersStandApartFromWords() {
        FoldedText folded = FoldedText.of("٢٧ی G20 3.5");

        assertThat(tokens("٢٧ی G20 3.5")).containsExactly("27", "ی", "g", "20", "3", "5");
        assertThat(IntStream.range(0, folded.size()).mapToObj(folded::tokenKind))
                .containsExactly(
                        TokenKind.NUMBER,
                        TokenKind.WORD,
                        TokenKind.WORD,
                        TokenKind.NUMBER,
                        TokenKind.NUMBER,
                        TokenKind.NUMBER);
    }

    @Test
    void scriptsWithoutSpacesGiveATokenACharacter() {
        assertThat(tokens("北京2021年")).containsExactly("北", "京", "2021", "年");
        assertThat(FoldedText.of("ไทย").tokenKind(0)).isEqualTo(TokenKind.UNSPACED);
        assertThat(FoldedText.of("東京タワー").tokenKind(2)).isEqualTo(TokenKind.IDEOGRAPH);
    }

    @Test
    void charactersBeyondTheBasicPlaneFoldWhole() {
        assertThat(tokens("𝐇𝐞𝐥𝐥𝐨 𐐀")).containsExactly("hello", "𐐨");
        assertThat(tokens("𠀋𠀋")).containsExactly("𠀋", "𠀋");
        assertThat(tokens("a\ud800b😀c")).containsExactly("a", "b", "c");
    }

    @Test
    void nothingToReadGivesNoToken() {
        assertThat(FoldedText.of("").size()).isZero();
        assertThat(FoldedText.of(" \u200c…\u0640\u0301 😀 ").size()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void foldingTwiceIsFoldingOnce(String article) {
        FoldedText once = FoldedText.of(article);

        assertThat(FoldedText.of(once.toString())).hasToString(once.toString());
    }

    @Test
    void aTextStartsWithItsOwnBeginningOnly() {
        FoldedText text = FoldedText.of("One two three");

        assertThat(text.startsWith(FoldedText.of("ONE two"))).isTrue();
        assertThat(text.startsWith(FoldedText.of(""))).isTrue();
        assertThat(text.startsWith(FoldedText.of("one tw"))).isFalse();
        assertThat(text.startsWith(FoldedText.of("onet wo"))).isFalse();
        assertThat(text.tokensFrom(1)).hasToString("two three ");
        assertThat(Fingerprint.of(FoldedText.of("one"), text.tokensFrom(1))).isEqualTo(text.fingerprint());
    }

    @Test
    void foldOneIsFrozen() {
        StringBuilder every = new StringBuilder();
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            every.append(FoldedText.of(Character.toString(codePoint))).append('\n');
        }

        assertThat(Hashing.xxh3_128().hashCharsTo128Bits(every))
                .as("a changed fold must be named fold2, since fingerprints are stored")
                .hasToString("0x04b0d4e04587f3b280144aa31c34ae99");
    }

    private static Fingerprint fingerprint(String text) {
        return FoldedText.of(text).fingerprint();
    }

    private static List<String> tokens(String text) {
        FoldedText folded = FoldedText.of(text);
        return IntStream.range(0, folded.size()).mapToObj(folded::tokenText).toList();
    }

    private static String mapDigits(String text, char zero) {
        StringBuilder mapped = new StringBuilder();
        text.chars()
                .forEach(c -> mapped.append(Character.isDigit(c) ? (char) (zero + Character.digit(c, 10)) : (char) c));
        return mapped.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void placesInATextAreFoundInItsTokensAndChangeNone() {
        String text = "Home | 12 towns\n\nدەنگی کوردستان، ٢٠٢١ 北京 end";
        int[] places = {0, text.indexOf("towns"), text.indexOf("کوردستان"), text.indexOf("北"), text.length()};
        int[] tokens = new int[places.length];

        FoldedText folded = new Folder().fold(text, places, places.length, tokens);

        assertThat(folded.toString()).isEqualTo(FoldedText.of(text).toString());
        assertThat(tokens).containsExactly(0, 2, 4, 6, folded.size());
        assertThat(folded.tokenText(tokens[1])).isEqualTo("towns");
        assertThat(folded.tokenLength(tokens[1])).isEqualTo(5);
    }
}
