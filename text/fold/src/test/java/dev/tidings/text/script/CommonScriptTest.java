package dev.tidings.text.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.hashing.Hashing;
import com.ibm.icu.text.Normalizer2;
import dev.tidings.text.fold.FoldedText;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonScriptTest {

    private static final String SERBIAN_CYRILLIC =
            "Београд, 12. маја 2024: Џорџ Љубичић и Ђорђе Његош купили су у „Гигатрону“ 3 телефона фирме Samsung.";
    private static final String SERBIAN_LATIN =
            "Beograd, 12. maja 2024: Džordž Ljubičić i Đorđe Njegoš kupili su u „Gigatronu“ 3 telefona firme Samsung.";

    private static final String UZBEK_CYRILLIC =
            "Ўзбекистон Президенти 2024 йил 5 октябрь куни Ғазалкентда Google раҳбари билан учрашди; эълонни Исҳоқ"
                    + " Ёқубов ўқиди. Европа федерацияси концерти Цюрихда, объект эса Чирчиқ бўйида.";
    private static final String UZBEK_LATIN =
            "Oʻzbekiston Prezidenti 2024-yil 5-oktabr kuni Gʻazalkentda Google rahbari bilan uchrashdi; eʼlonni Isʼhoq"
                    + " Yoqubov oʻqidi. Yevropa federatsiyasi konserti Tsyurixda, obyekt esa Chirchiq boʻyida.";

    private static final String KAZAKH_CYRILLIC =
            "Мемлекет басшысы Қасым-Жомарт Тоқаев 2024 жылғы 15 наурызда Атырау қаласында ұлттық құрылтайдың отырысында"
                    + " Telegram арнасы мен компьютер тарихы туралы айтты. Бұл – өңірге үлкен әсер ететін конституция.";
    private static final String KAZAKH_2018 =
            "Memleket basshysy Qasym-Jomart Toqaev 2024 jylǵy 15 naýryzda Atyraý qalasynda ulttyq quryltaıdyń"
                    + " otyrysynda Telegram arnasy men kompıýter tarıhy týraly aıtty. Bul – óńirge úlken áser"
                    + " etetin konstıtýtsııa.";
    private static final String KAZAKH_2021 =
            "Memleket basşysy Qasym-Jomart Toqaev 2024 jylğy 15 nauryzda Atyrau qalasynda ūlttyq qūryltaidyñ otyrysynda"
                    + " Telegram arnasy men kompiuter tarihy turaly aitty. Būl – öñırge ülken äser etetın konstitusia.";
    private static final String KAZAKH_TURKISH_LETTERS =
            "Memleket basşısı Qasım-Jomart Toqaev 2024 jılğı 15 nawrızda Atıraw qalasında ulttıq qurıltaydıñ"
                    + " otırısında Telegram arnası men kompyuter tarïxı twralı ayttı. Bul – öñirge ülken äser"
                    + " etetin konstïtwcïya.";

    private static final String AZERBAIJANI_CYRILLIC =
            "Азәрбајҹан Президенти Бакыда Ҝүрҹүстан нүмајәндә һејәти илә ҝөрүшдү, Microsoft исә 12 милјон доллар"
                    + " мәбләғиндә мүгавилә имзалады. Чохлу һәким сәфәрә чыхыб, жүри евә ҝәлиб.";
    private static final String AZERBAIJANI_LATIN =
            "Azərbaycan Prezidenti Bakıda Gürcüstan nümayəndə heyəti ilə görüşdü, Microsoft isə 12 milyon dollar"
                    + " məbləğində müqavilə imzaladı. Çoxlu həkim səfərə çıxıb, jüri evə gəlib.";
    private static final String AZERBAIJANI_ASCII =
            "Azerbaycan Prezidenti Bakida Gurcustan numayende heyeti ile gorusdu, Microsoft ise 12 milyon dollar"
                    + " mebleginde muqavile imzaladi. Coxlu hekim sefere cixib, juri eve gelib.";

    private static final String KURMANJI_ARABIC = "سەرۆکێ هەرێما کوردستانێ نێچیرڤان بارزانی ئیرۆ ل هەولێرێ"
            + " ب شاندەکە YouTube رە جڤیا و ٢٥ دۆسیێن نوو گوهارتن.";
    private static final String KURMANJI_LATIN =
            "Serokê Herêma Kurdistanê Nêçîrvan Barzanî îro li Hewlêrê bi şandeke YouTube re civiya û 25 dosyên nû"
                    + " guhartin.";

    private static final String TRADITIONAL = "台灣總統府發言人說，記者會後將公布 Apple 的計畫與預算餘額，共 25 億元，歡迎諮詢。衞星發射恢復，乾淨麵粉只剩三隻。";
    private static final String SIMPLIFIED = "台湾总统府发言人说，记者会后将公布 Apple 的计划与预算余额，共 25 亿元，欢迎咨询。卫星发射恢复，干净面粉只剩三只。";

    @Test
    void serbianIsOneInBothScripts() {
        assertSame("sr", SERBIAN_CYRILLIC, SERBIAN_LATIN);
        assertSame("sr", "ЉУБЉАНА И ЏАКАРТА", "LJUBLJANA I DŽAKARTA", "ǇUBǇANA I ǅAKARTA");
        assertSame(
                "sr",
                SERBIAN_LATIN,
                "Beograd, 12. maja 2024: Dzordz Ljubicic i Djordje Njegos kupili su u"
                        + " \"Gigatronu\" 3 telefona firme Samsung.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sr", "sr-Latn", "sr_RS", "SR", "hr", "bs", "bs-Latn-BA", "sh", "cnr"})
    void serbianAndItsNeighboursAreWrittenAlike(String language) {
        assertThat(tokens(language, SERBIAN_LATIN)).isEqualTo(tokens("sr-Cyrl", SERBIAN_CYRILLIC));
    }

    @Test
    void uzbekIsOneInBothScripts() {
        assertSame("uz", UZBEK_CYRILLIC, UZBEK_LATIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "’", "‘", "`", "´", "ʼ", "ʻ", "′", ""})
    void uzbekApostrophesOfAllKindsAndNoneAreOne(String apostrophe) {
        String typed = UZBEK_LATIN.replace("ʻ", apostrophe).replace("ʼ", apostrophe);

        assertSame("uz", typed, UZBEK_CYRILLIC);
    }

    @Test
    void theLatestUzbekAlphabetIsTheSame() {
        String latest = UZBEK_LATIN
                .replace("Gʻ", "Ğ")
                .replace("Oʻ", "Ö")
                .replace("oʻ", "ö")
                .replace("Ch", "Ç")
                .replace("ch", "ç")
                .replace("sh", "ş");

        assertSame("uz", latest, UZBEK_CYRILLIC);
    }

    @Test
    void quotesOfUzbekStayBetweenWords() {
        assertThat(tokens("uz", "‘Xalq soʻzi’ — 'Народное слово'")).isEqualTo(tokens("uz", "Xalq sozi Народное слово"));
    }

    @Test
    void kazakhIsOneInCyrillicAndAllItsLatinAlphabets() {
        assertSame("kk", KAZAKH_CYRILLIC, KAZAKH_2018, KAZAKH_2021, KAZAKH_TURKISH_LETTERS);
        assertSame("kk", KAZAKH_2021, KAZAKH_2021.replace('ñ', 'ŋ').replace('ğ', 'ǧ'));
        assertSame("kk", KAZAKH_2018, KAZAKH_2018.replace('i', 'і'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"und", "tr", "tk", "az"})
    void latinKazakhIsKnownUnderTheTagsThatItIsTakenFor(String language) {
        for (String text : List.of(KAZAKH_2018, KAZAKH_2021, KAZAKH_TURKISH_LETTERS)) {
            assertThat(tokens(language, text)).isEqualTo(tokens("kk", KAZAKH_CYRILLIC));
        }
    }

    @Test
    void aTitleIsWrittenAsItsArticleIs() {
        CommonScript script = CommonScript.of("tr", KAZAKH_2018);

        assertThat(script.convert("Qaıta qurý")).isEqualTo("qaita quru").isEqualTo(write("kk", "Қайта құру"));
    }

    @Test
    void turkishAndTurkmenAreNotTakenForKazakh() {
        for (String text : List.of(
                "Irak'ın Qaraqosh kentinde çalışan Muñoz, Şırnak'a güneş doğarken ulaştı; Katar'da maç sürüyor.",
                "Türkmenistanyň Prezidenti täze ýyl mynasybetli halky gutlady.",
                "Ñandú áéíóú ǵ ń")) {
            assertThat(write("tr", text)).isSameAs(text);
        }
    }

    @Test
    void azerbaijaniIsOneInBothScriptsAndWithoutSchwa() {
        assertSame("az", AZERBAIJANI_CYRILLIC, AZERBAIJANI_LATIN, AZERBAIJANI_ASCII);
        assertSame("az", AZERBAIJANI_LATIN, AZERBAIJANI_LATIN.replace('ə', 'e'), AZERBAIJANI_LATIN.replace('ə', 'ә'));
    }

    @Test
    void azerbaijaniInAsciiIsTheSameWhenTakenForTurkish() {
        assertThat(fold(write("tr", AZERBAIJANI_ASCII))).isEqualTo(fold(write("az", AZERBAIJANI_CYRILLIC)));
    }

    @Test
    void northernKurdishIsOneInBothScripts() {
        assertSame("ku", KURMANJI_ARABIC, KURMANJI_LATIN);
        assertSame("kmr", KURMANJI_LATIN, KURMANJI_LATIN.toUpperCase(Locale.ROOT), decompose(KURMANJI_LATIN));
        assertSame("ku-Arab", KURMANJI_ARABIC, KURMANJI_ARABIC.replace('ی', 'ي').replace('ک', 'ك'));
    }

    @Test
    void chineseIsOneInBothForms() {
        assertSame("zh", TRADITIONAL, SIMPLIFIED);
        assertSame("zh-Hant-TW", "這裡的羣眾說：「臺北很溫暖。」", "这里的群众说：“台北很温暖。”");
    }

    @Test
    void marksOfTheirOwnAreTheSame() {
        assertSame("uz", UZBEK_CYRILLIC, decompose(UZBEK_CYRILLIC), decompose(UZBEK_LATIN));
        assertSame("kk", KAZAKH_CYRILLIC, decompose(KAZAKH_CYRILLIC), decompose(KAZAKH_2018));
        assertSame("sr", SERBIAN_LATIN, decompose(SERBIAN_LATIN));
        assertSame("az", AZERBAIJANI_LATIN, decompose(AZERBAIJANI_LATIN));
    }

    @Test
    void capitalsAreTheSame() {
        assertSame("sr", SERBIAN_LATIN, SERBIAN_CYRILLIC.toUpperCase(Locale.ROOT));
        assertSame("uz", UZBEK_LATIN.toUpperCase(Locale.ROOT), UZBEK_CYRILLIC.toUpperCase(Locale.ROOT));
        assertSame("kk", KAZAKH_2018.toUpperCase(Locale.ROOT), KAZAKH_CYRILLIC.toUpperCase(Locale.ROOT));
        assertSame("az", AZERBAIJANI_LATIN.toUpperCase(Locale.ROOT), AZERBAIJANI_CYRILLIC.toUpperCase(Locale.ROOT));
    }

    @Test
    void anotherTextStaysAnother() {
        assertThat(tokens("sr", SERBIAN_CYRILLIC))
                .isNotEqualTo(tokens("sr", SERBIAN_LATIN.replace("3 tele", "4 tele")));
        assertThat(tokens("uz", UZBEK_CYRILLIC)).isNotEqualTo(tokens("uz", UZBEK_LATIN.replace("bilan", "uchun")));
        assertThat(tokens("zh", TRADITIONAL)).isNotEqualTo(tokens("zh", SIMPLIFIED.replace('湾', '北')));
    }

    @Test
    void languagesOfOneScriptKeepTheVeryText() {
        for (String language : List.of("en", "ru", "uk", "mk", "ckb", "ja", "und", "", "-", "s", "srx")) {
            assertThat(write(language, SERBIAN_CYRILLIC)).isSameAs(SERBIAN_CYRILLIC);
            assertThat(write(language, TRADITIONAL)).isSameAs(TRADITIONAL);
        }
    }

    @Test
    void aTextWithNothingToConvertIsTheVeryText() {
        String simple = "Grad je juče dobio 3 nova mosta.";

        assertThat(write("sr", simple)).isSameAs(simple);
        assertThat(write("az", simple)).isSameAs(simple);
        assertThat(write("zh", "你好，世界 2024")).isEqualTo("你好，世界 2024");
        assertThat(write("zh", simple)).isSameAs(simple);
        assertThat(write("uz", "")).isEmpty();
    }

    @Test
    void whateverIsNoLetterOfTheLanguageStays() {
        String rest = "\ud83d\ude00 \ud800 𠀀 ไทย ελλ 12٣ \ue000\ue001\uffff\u0000";

        assertThat(write("sr", "ж" + rest)).isEqualTo("ž" + rest);
        assertThat(write("kk", "ж" + rest)).isEqualTo("j" + rest);
        assertThat(write("ku", "ژ" + rest)).isEqualTo("j" + rest);
        assertThat(write("zh", "說" + rest)).isEqualTo("说" + rest);
    }

    @Test
    void anyStringIsConverted() {
        Random random = new Random(11);
        String letters = "tsyeiiuuwwљђŋǵqə'ʻ’\u0306\u0308и\ud83d\ude00說ەوی .1";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int at = random.nextInt(20); at > 0; at--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            for (String language : List.of("sr", "uz", "kk", "az", "ku", "zh", "tr")) {
                assertThat(write(language, text.toString()).length()).isLessThanOrEqualTo(2 * text.length());
            }
        }
    }

    @Test
    void scriptOneIsFrozen() {
        StringBuilder every = new StringBuilder();
        for (String language : List.of("sr", "uz", "kk", "az", "ku", "zh")) {
            for (int codePoint = 0; codePoint <= Character.MAX_VALUE; codePoint++) {
                every.append(write(language, "t" + Character.toString(codePoint) + "yei"))
                        .append('\n');
            }
        }

        assertThat(Hashing.xxh3_128().hashCharsTo128Bits(every))
                .as("changed tables must be named script2, since what is made of their texts is stored")
                .hasToString("0x40bb00df10e9c09355f8cb2adaec91ac");
    }

    private static void assertSame(String language, String first, String... others) {
        Stream.of(others).forEach(other -> assertThat(tokens(language, other)).isEqualTo(tokens(language, first)));
    }

    private static String tokens(String language, String text) {
        return fold(write(language, text));
    }

    private static String write(String language, String text) {
        return CommonScript.of(language, text).convert(text);
    }

    private static String fold(String text) {
        return FoldedText.of(text).toString();
    }

    private static String decompose(String text) {
        return Normalizer2.getNFDInstance().normalize(text);
    }
}
