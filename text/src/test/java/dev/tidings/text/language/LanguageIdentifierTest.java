package dev.tidings.text.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageIdentifierTest {
    private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.loadModel();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ku-Latn | Serokê Herêma Kurdistanê li Hewlêrê pêşwaziya şandeke Amerîkayê kir",
                "ku-Arab | سەرۆکێ هەرێما کوردستانێ ل هەولێرێ پێشوازیا شاندەکێ ئەمەریکی کر و ل سەر رەوشا دەڤەرێ ئاخفتن",
                "fa      | رئیس جمهوری ایران در دیدار با وزیر خارجه روسیه بر گسترش همکاری‌ها تاکید کرد",
                "ar      | استقبل رئيس الوزراء العراقي وفدا من إقليم كردستان لبحث ملف الموازنة",
                "tr      | Cumhurbaşkanı Erdoğan, Soçi'de Rusya Devlet Başkanı Putin ile görüştü",
                "az      | Azərbaycan Prezidenti İlham Əliyev Bakıda xarici qonaqları qəbul edib",
                "en      | The president met the delegation in the capital on Wednesday",
                "de      | Der Bundestag hat am Donnerstag über den Haushalt beraten",
                "ru      | Президент России провёл переговоры с турецким коллегой в Сочи",
                "uk      | Президент України провів зустріч із делегацією Європейського Союзу",
                "el      | Ο πρωθυπουργός συναντήθηκε με τον υπουργό Εξωτερικών",
                "ja      | 政府は来年度予算案を閣議決定した",
                "zh      | 国务院总理会见俄罗斯外交部长",
                "ko      | 대통령은 오늘 국무회의를 열었다",
                "he      | ראש הממשלה נפגש עם שר החוץ של ארצות הברית",
                "ur      | وزیر اعظم نے کہا ہے کہ حکومت عوام کے مسائل حل کرنے کے لیے کوشاں ہے",
            })
    void tellsTheLanguageOfAHeadline(String tag, String text) {
        assertThat(IDENTIFIER.identify(text).tag()).isEqualTo(tag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "12:30",
                "2021-09-29 14:05",
                "+964 750 123 4567",
                "BBC",
                "Reuters",
                "Erdoğan",
                "!!! ??? …",
                "€ 1.000.000",
                "😀😀😀🇮🇶",
                "\u200F\u200E\u202B",
                "\uD800\uDC00\uD800",
                "كورد",
                "Putin",
                "\u0000\u0001",
            })
    void whatHasNoLanguageIsUndetermined(String text) {
        Identification answer = IDENTIFIER.identify(text);

        assertThat(answer.isUndetermined()).isTrue();
        assertThat(answer.probability()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Recep Tayyip Erdogan, Vladimir Putin",
                "Angela Merkel - Emmanuel Macron",
                "Владимир Путин, Ангела Меркель"
            })
    void aListOfNamesIsUndetermined(String names) {
        assertThat(IDENTIFIER.identify(names).tag()).isEqualTo("und");
    }

    @Test
    void aLoneSurrogateInsideATextChangesNothing() {
        String text = "The president met \uD83D the delegation \uDE00 in the capital";

        assertThat(IDENTIFIER.identify(text).tag()).isEqualTo("en");
    }

    @Test
    void directionMarksAndTatweelChangeNothing() {
        String text = "بەپێی راگەیێندراوی کۆشکی کرملین";
        String marked = "\u200F" + text.replace("پ", "پـ\u200E") + "\u202C";

        assertThat(IDENTIFIER.identify(marked)).isEqualTo(IDENTIFIER.identify(text));
    }

    @Test
    void decomposedTextReadsLikeComposedText() {
        String text = "Příliš žluťoučký kůň úpěl ďábelské ódy";

        assertThat(IDENTIFIER.identify(Normalizer.normalize(text, Normalizer.Form.NFD)))
                .isEqualTo(IDENTIFIER.identify(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ک", "1", " ", "\uD800", "漢", "e\u0301", "\u0301", "ab ", "😀"})
    void tenMillionCharactersOfOneThingAreAnswered(String unit) {
        Identification answer = IDENTIFIER.identify(unit.repeat(10_000_000 / unit.length()));

        assertThat(answer.ranked()).isNotEmpty();
    }

    @Test
    void lettersBehindALongTableAreFound() {
        String text = "1 | 2 | 3\n".repeat(5_000) + Seeds.text(Seeds.CENTRAL_KURDISH) + "1 | 2 | 3\n".repeat(9_000);

        assertThat(IDENTIFIER.identify(text).tag()).isEqualTo("ckb");
    }

    @Test
    void candidatesAreRankedWithProbabilitiesOfAtMostOneTogether() {
        List<LanguageCandidate> ranked = IDENTIFIER
                .identify("Predsjednik je danas razgovarao s ministrima")
                .ranked();

        assertThat(ranked)
                .extracting(LanguageCandidate::probability)
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(ranked.stream().mapToDouble(LanguageCandidate::probability).sum())
                .isBetween(0.5, 1.0 + 1e-9);
    }

    @Test
    void aDeclaredLanguageSettlesACloseCall() {
        String text = "Danas je sunčan dan u gradu";

        assertThat(IDENTIFIER.identify(text, "hr").ranked().get(0).probability())
                .isNotEqualTo(IDENTIFIER.identify(text).ranked().get(0).probability());
        assertThat(probability(IDENTIFIER.identify(text, "hr-HR"), "hr"))
                .isGreaterThan(probability(IDENTIFIER.identify(text), "hr"));
    }

    @Test
    void aDeclaredLanguageIsNeverTheAnswerToAClearText() {
        String kurdish = Seeds.text(Seeds.CENTRAL_KURDISH);

        assertThat(IDENTIFIER.identify(kurdish, "ar").tag()).isEqualTo("ckb");
        assertThat(IDENTIFIER.identify(Seeds.text(Seeds.ENGLISH), "ckb").tag()).isEqualTo("en");
        assertThat(IDENTIFIER.identify("12:30", "en").tag()).isEqualTo("und");
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<String> sentences = Seeds.sentences(Seeds.CENTRAL_KURDISH);
        List<Identification> expected =
                sentences.stream().map(IDENTIFIER::identify).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<List<Identification>> work =
                    () -> sentences.stream().map(IDENTIFIER::identify).toList();
            for (Future<List<Identification>> answers : pool.invokeAll(java.util.Collections.nCopies(8, work))) {
                assertThat(answers.get()).isEqualTo(expected);
            }
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theVersionNamesAlgorithmAndModel() {
        assertThat(IDENTIFIER.version()).matches("tidings-language \\d+");
    }

    private static double probability(Identification answer, String tag) {
        return answer.ranked().stream()
                .filter(languageCandidate -> languageCandidate.tag().equals(tag))
                .mapToDouble(LanguageCandidate::probability)
                .findFirst()
                .orElse(0);
    }
}
