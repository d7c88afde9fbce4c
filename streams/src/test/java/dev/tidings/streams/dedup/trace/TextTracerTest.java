package dev.tidings.streams.dedup.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.text.fold.FoldedText;
import dev.tidings.text.fold.Folder;
import dev.tidings.text.script.CommonScript;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTracerTest {

    private static final String REPORT = """
            Home | World | Sport

            By Staff Reporter

            BRENNHOLT, Oct. 12 (Agency) - The dam above the town broke on Monday, and twelve people are missing. The mayor of \
            Brennholt asked for 1,200 blankets and 3.5 tons of bread.

            Updated 3 hours ago

            Nobody in Brennholt has slept, said A. Weiss of the hospital. "We never thought of it!" he told Brennholt radio.
            """;

    private final TextTracer tracer = new TextTracer();

    private TracedText trace(String text, String language) {
        FoldedText folded = tracer.fold(text, CommonScript.of(language, text), new Folder());
        return tracer.trace(folded, "", FoldedText.of(""), language);
    }

    private static List<String> sentencesOf(String text, TracedText traced) {
        return traced.sentences().stream()
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .toList();
    }

    private static List<String> numbersOf(Codes numbers) {
        return numbers.stream().mapToObj(StatedNumber::textOf).toList();
    }

    @Test
    void sentencesAreToldFromHeadingsBylinesAndDatelines() {
        assertThat(sentencesOf(REPORT, trace(REPORT, "en")))
                .containsExactly(
                        "The dam above the town broke on Monday, and twelve people are missing.",
                        "The mayor of Brennholt asked for 1,200 blankets and 3.5 tons of bread.",
                        "Nobody in Brennholt has slept, said A. Weiss of the hospital.",
                        "\"We never thought of it!\" he told Brennholt radio.");
    }

    @Test
    void numbersAreThoseOfSentencesWrittenOutOnesToo() {
        TracedText traced = trace(REPORT, "en");

        assertThat(numbersOf(traced.trace().numbers())).containsExactlyInAnyOrder("12", "1200", "3.5");
        assertThat(numbersOf(traced.sentences().get(0).spelled())).containsExactly("12");
        assertThat(numbersOf(traced.sentences().get(1).digits())).containsExactlyInAnyOrder("1200", "3.5");
    }

    @Test
    void aNameIsWhatHasACapitalInsideSentencesAndComesAgain() {
        TracedText traced = trace(REPORT, "en");

        assertThat(traced.trace().names().size()).isEqualTo(1);
        assertThat(traced.mainNames()).hasSize(1);
        assertThat(traced.mainNames().get(0).name().text()).isEqualTo("Brennholt");
        assertThat(traced.mainNames().get(0).sentences().stream()).containsExactly(1, 2, 3);
        assertThat(traced.trace().spelledNames())
                .containsExactly(traced.mainNames().get(0).name());
        assertThat(trace(REPORT.replace("Brennholt", "Askerdal"), "en").trace().names())
                .isNotEqualTo(traced.trace().names());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\"BRENNHOLT, Oct. 12 (Agency) - The dam broke on Monday.\", The dam broke on Monday.",
                "\"Madrid, 12 de marzo de 2021 (EFE) - La presa se rompió.\", La presa se rompió.",
                "\"They stood at least 8m (3ft) apart - some of them in masks.\","
                        + " They stood at least 8m (3ft) apart - some of them in masks.",
                "\"بەپێی راگەیێندراوەکە ٢٩ - ٠٩ - ٢٠٢١ لە شاری سۆچی کۆدەبنەوە.\","
                        + " بەپێی راگەیێندراوەکە ٢٩ - ٠٩ - ٢٠٢١ لە شاری سۆچی کۆدەبنەوە.",
            })
    void aDatelineIsLeftOutAndAClauseOrADateWithDashesIsNot(String text, String sentence) {
        assertThat(sentencesOf(text, trace(text, "en"))).containsExactly(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "ከ54ቱ ሰዎች መካከል አስራ ሁለቱ ዛሬ ጠዋት ወደ ቤታቸው ተመልሰዋል።, 54",
        "The p1cture was taken in G20 week by some of the 1100 guests., 20 1100"
    })
    void aNumberStandsBesideLettersAndASlipBetweenThem(String text, String numbers) {
        assertThat(numbersOf(trace(text, "und").trace().numbers())).containsExactly(numbers.split(" ", -1));
    }

    @Test
    void oneTextInTwoScriptsOfItsLanguageHasOneTrace() {
        String cyrillic =
                "Вода из језера стигла је до првих кућа у месту, а људи чекају помоћ. Пут је затворен од јутрос.";
        String latin =
                "Voda iz jezera stigla je do prvih kuća u mestu, a ljudi čekaju pomoć. Put je zatvoren od jutros.";

        TracedText one = trace(cyrillic, "sr");
        TracedText other = trace(latin, "sr");

        assertThat(other.trace()).isEqualTo(one.trace());
        assertThat(sentencesOf(cyrillic, one)).hasSize(2).last().isEqualTo("Пут је затворен од јутрос.");
        assertThat(sentencesOf(latin, other)).hasSize(2).last().isEqualTo("Put je zatvoren od jutros.");
    }

    @Test
    void aLetterMoreMovesNoOtherPieceInScriptsWithoutSpaces() {
        String thai =
                "นายกรัฐมนตรีกล่าวว่ารัฐบาลจะช่วยเหลือผู้ประสบภัยน้ำท่วมในภาคใต้ทุกครอบครัวภายในสัปดาห์นี้อย่างเร่งด่วน";
        WordSymbols whole = trace(thai, "th").trace().words();
        WordSymbols slip = trace("นายยก" + thai.substring(4), "th").trace().words();

        int length = 10;
        assertThat(whole.size()).isGreaterThan(2 * length);
        assertThat(slip.run(slip.size() - length, length)).isEqualTo(whole.run(whole.size() - length, length));
    }

    @Test
    void noticesAndPhrasesOfCorrectionAreSeenAndTheWordAloneIsNot() {
        assertThat(trace(REPORT, "en").trace().corrected()).isFalse();
        assertThat(trace("The correction of prices went on, and markets fell by a tenth on Friday.", "en")
                        .trace()
                        .corrected())
                .isFalse();
        assertThat(trace(REPORT + "\n\nCorrection: it was the other river.", "en")
                        .trace()
                        .corrected())
                .isTrue();
        assertThat(trace(REPORT + "\n\nAn earlier version of this article named the wrong river.", "en")
                        .trace()
                        .corrected())
                .isTrue();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        TracedText traced = trace(REPORT, "en");
        ByteBuffer bytes = ByteBuffer.wrap(traced.trace().toBytes());

        TextTrace trace = TextTrace.readFrom(bytes).orElseThrow();

        assertThat(bytes.hasRemaining()).isFalse();
        assertThat(trace).isEqualTo(traced.trace());
        assertThat(TracedText.fromBytes(trace, ByteBuffer.wrap(traced.sentenceBytes())))
                .contains(traced);
    }

    @Test
    void bytesThatAreCutOrMadeUpAreRefused() {
        TracedText traced = trace(REPORT, "en");
        byte[] trace = traced.trace().toBytes();
        byte[] sentences = traced.sentenceBytes();

        assertThat(IntStream.range(0, trace.length)
                        .filter(length -> TextTrace.readFrom(ByteBuffer.wrap(Arrays.copyOf(trace, length)))
                                .isPresent()))
                .isEmpty();
        assertThat(IntStream.range(0, sentences.length)
                        .filter(length -> TracedText.fromBytes(
                                        traced.trace(), ByteBuffer.wrap(Arrays.copyOf(sentences, length)))
                                .isPresent()))
                .isEmpty();
        byte[] endless = new byte[64];
        Arrays.fill(endless, (byte) -1);
        assertThat(TextTrace.readFrom(ByteBuffer.wrap(endless))).isEmpty();
        assertThat(TracedText.fromBytes(traced.trace(), ByteBuffer.wrap(endless)))
                .isEmpty();
    }

    @Test
    void anyTextHasATrace() {
        for (String text : List.of(
                "", "\n\n", "\ud800", "1.", "...", "A", "٣", "。。", "- ", "9".repeat(5_000), "x ".repeat(9_000))) {
            assertThat(trace(text, "und").trace().words().size()).isLessThanOrEqualTo(WordSymbols.MAX_SYMBOLS);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,200       | 1200",
                "1.200       | 1200",
                "1 200       | 1",
                "1\u00a0200  | 1200",
                "3.5         | 3.5",
                "3,50        | 3.5",
                "٣٤          | 34",
                "३४          | 34",
                "007         | 7",
                "0.05        | 0.05",
                "99999999999 | ''"
            })
    void aNumberIsOneHoweverItIsWritten(String written, String value) {
        NumberReader reader = new NumberReader();
        IntList found = new IntList();
        reader.readAll(written, found);

        assertThat(StatedNumber.textOf(found.get(0))).isEqualTo(value);
    }
}
