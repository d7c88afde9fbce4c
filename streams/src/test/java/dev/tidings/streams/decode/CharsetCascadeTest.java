package dev.tidings.streams.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CharsetCascadeTest {

    private final TextDecoder decoder = new TextDecoder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            windows-1252 | windows-1252  | Le président a été reçu à l’Élysée où la réunion s’est achevée très tôt.
            windows-1252 | windows-1252  | Der Außenminister sprach über die schwierigen Gespräche in Zürich.
            windows-1252 | windows-1252  | El niño mañana irá al médico según dijo su señora.
            windows-1252 | windows-1252  | Forsætisráðherra sagði að það væri óþarfi að ræða málið.
            windows-1252 | windows-1252  | He said “we don’t know” – and left.
            ISO-8859-1   | windows-1252  | Regeringen föreslår nya åtgärder för järnvägen i Göteborg.
            windows-1250 | windows-1250  | Wczoraj wieczorem premier ogłosił, że rząd podjął już decyzję w tej sprawie.
            windows-1250 | windows-1250  | Včera večer předseda vlády řekl, že dětem bude lépe.
            windows-1250 | windows-1250  | A miniszterelnök szerint a gyűlés után több döntés született az ügyről.
            ISO-8859-2   | ISO-8859-2    | Mężczyzna został zatrzymany, ponieważ miał w samochodzie różne części.
            windows-1251 | windows-1251  | Президент прибыл в Сочи, где проходят переговоры.
            windows-1251 | windows-1251  | Уряд України оголосив про нові заходи щодо підтримки їхніх сімей.
            KOI8-R       | KOI8-R        | Президент прибыл в Сочи, где проходят переговоры.
            KOI8-U       | KOI8-U        | Уряд України оголосив про нові заходи щодо підтримки їхніх сімей.
            ISO-8859-5   | ISO-8859-5    | Президент прибыл в Сочи, где проходят переговоры.
            IBM866       | IBM866        | Президент прибыл в Сочи, где проходят переговоры.
            windows-1253 | windows-1253  | Ο πρωθυπουργός είπε ότι η συνάντηση θα γίνει αύριο.
            windows-1254 | windows-1254  | Cumhurbaşkanı dün akşam Ankara’ya döndü ve açıklamalarda bulundu.
            ISO-8859-9   | windows-1254  | Görüşmeler sırasında işçi haklarıyla ilgili çalışmalar gündeme geldi.
            windows-1255 | windows-1255  | ראש הממשלה אמר היום כי הפגישה תתקיים מחר בירושלים.
            windows-1256 | windows-1256  | التقى الرئيس وزير الخارجية في بغداد، وبحثا العلاقات بين البلدين.
            windows-1256 | windows-1256  | رئيس جمهور گفت که پس از چند روز گفتگو، پيمان تازه‌اي بسته شد.
            windows-1256 | windows-1256  | سه‌روكي هه‌ريمي كوردستان له گه‌ل وه‌زيري ده‌ره‌وه‌ي عيراق كوبووه‌وه.
            ISO-8859-6   | ISO-8859-6    | التقى الرئيس وزير الخارجية في بغداد، وبحثا العلاقات بين البلدين.
            windows-1257 | windows-1257  | Šiandien Vilniuje vyko susitikimas, kuriame dalyvavo ir užsienio svečių.
            x-windows-874 | x-windows-874 | นายกรัฐมนตรีกล่าวว่าการประชุมจะจัดขึ้นในวันพรุ่งนี้
            GB18030      | GB18030       | 总统今天抵达索契，将与土耳其领导人举行会谈。
            Big5         | Big5          | 總統今天抵達索契，將與土耳其領導人舉行會談。
            Shift_JIS    | Shift_JIS     | 大統領は今日ソチに到着し、トルコの首脳と会談する予定です。
            EUC-JP       | EUC-JP        | 大統領は今日ソチに到着し、トルコの首脳と会談する予定です。
            EUC-KR       | EUC-KR        | 대통령은 오늘 소치에 도착하여 터키 지도자와 회담할 예정이다.
            """)
    void aLegacyCharsetIsKnownByTheWordsItMakes(String written, String read, String line) {
        DecodedText decoded = decode(line.getBytes(Charset.forName(written)));
        assertThat(decoded.text()).isEqualTo(line);
        assertThat(decoded.charset()).isEqualTo(read);
        assertThat(decoded.origin()).isEqualTo(DetectedCharset.DETECTED);
        assertThat(decoded.confidence()).isBetween(0.3, 1.0);
        assertThat(decoded.replacedChars()).isZero();
        assertThat(decoded.flags()).containsExactly("charset_guessed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "بەپێی راگەیێندراوی کۆشکی کرملین",
                "التقى الرئيس وزير الخارجية",
                "Turkey and Russia",
                "Президент прибыл в Сочи"
            })
    void utf16IsKnownByItsColumnsWithoutAMark(String line) {
        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            DecodedText decoded = decode(line.getBytes(charset));
            assertThat(decoded.text()).isEqualTo(line);
            assertThat(decoded.charset()).isEqualTo(charset.name());
            assertThat(decoded.flags()).containsExactly("charset_guessed");
        }
    }

    @Test
    void utf16CutInsideAUnitLosesThatUnitAlone() {
        byte[] bytes = "بەپێی راگەیێندراوی کۆشکی کرملین. ".repeat(5).getBytes(UTF_16LE);
        DecodedText decoded = decode(Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(decoded.text()).endsWith("کرملین.\ufffd");
        assertThat(decoded.replacedChars()).isEqualTo(1);
    }

    @Test
    void aShortUtf8TextMayEndInsideACharacter() {
        byte[] bytes = "سەرۆکی هەرێم".getBytes(UTF_8);
        DecodedText decoded = decode(Arrays.copyOf(bytes, bytes.length - 1));
        assertThat(decoded.text()).isEqualTo("سەرۆکی هەرێ\ufffd");
        assertThat(decoded.charset()).isEqualTo("UTF-8");
        assertThat(decoded.origin()).isEqualTo(DetectedCharset.STRICT_UTF8);
        assertThat(decoded.replacedChars()).isEqualTo(1);
        assertThat(decoded.flags()).containsExactly("lossy_decode");
    }

    @Test
    void aPageNamesItsOwnCharset() {
        String page = "<!DOCTYPE html><html><head><meta charset=\"windows-1256\"><title>خبر</title></head></html>";
        DecodedText decoded = decode(page.getBytes(Charset.forName("windows-1256")));
        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.origin()).isEqualTo(DetectedCharset.DECLARED);
        assertThat(decoded.charset()).isEqualTo("windows-1256");
        assertThat(decoded.flags()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<meta http-equiv='Content-Type' content='text/html; charset=KOI8-R'>",
                "<?xml version=\"1.0\" encoding=\"koi8-r\"?>\n<p>",
                "\n<META CHARSET=koi8-r>"
            })
    void everyWayOfNamingItCounts(String head) {
        String page = head + "Сочи";
        DecodedText decoded = decode(page.getBytes(Charset.forName("KOI8-R")));
        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.origin()).isEqualTo(DetectedCharset.DECLARED);
    }

    @Test
    void aPlainTextThatSpeaksOfACharsetNamesNone() {
        DecodedText decoded = decode("Write <meta charset=\"KOI8-R\"> in Zürich".getBytes(ISO_8859_1));
        assertThat(decoded.charset()).isEqualTo("windows-1252");
    }

    @ParameterizedTest
    @CsvSource({"utf-8", "no-such-9"})
    void aPageThatNamesTheWrongCharsetIsReadByItsLetters(String named) {
        String page = "<html><head><meta charset=\"" + named + "\"></head><p>التقى الرئيس وزير الخارجية في بغداد</p>";
        DecodedText decoded = decode(page.getBytes(Charset.forName("windows-1256")));
        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.flags()).containsExactly("charset_conflict", "charset_guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1251", "GBK"})
    void bytesThatAreUtf8AreReadSoWhateverIsDeclared(String declared) {
        DecodedText decoded = decode("Große Übung für die größten Bäcker aus München".getBytes(UTF_8), declared);
        assertThat(decoded.text()).isEqualTo("Große Übung für die größten Bäcker aus München");
        assertThat(decoded.flags()).containsExactly("charset_conflict");
    }

    @Test
    void ofTwoDeclarationsTheSourceGoesFirstAndTheContradictionIsTold() {
        String page = "<meta charset=\"windows-1251\"><p>بغداد</p>";
        DecodedText decoded = decode(page.getBytes(Charset.forName("windows-1256")), "windows-1256");
        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.flags()).containsExactly("charset_conflict");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1,windows-1252,It’s “done” – über", "EUC-KR,x-windows-949,똠방각하", "Shift_JIS,windows-31j,①番"})
    void aNameStandsForWhatTheWebWritesUnderIt(String declared, String superset, String line) {
        DecodedText decoded = decode(line.getBytes(Charset.forName(superset)), declared);
        assertThat(decoded.text()).isEqualTo(line);
        assertThat(decoded.charset()).isEqualTo(superset);
        assertThat(decoded.origin()).isEqualTo(DetectedCharset.DECLARED);
        assertThat(decoded.flags()).isEmpty();
    }

    @Test
    void damageIsNoLegacyCharset() {
        byte[] noise = new byte[400];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (0x80 + (i * 37) % 128);
        }
        assertThatExceptionOfType(RejectedInputException.class)
                .isThrownBy(() -> decode(noise))
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("undecodable"));
    }

    @Test
    void aLongPageWithFewWordsBeyondAsciiIsReadByThem() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes("var x = \"<div class='a'>\"; ".repeat(2_000).getBytes(US_ASCII));
        page.writeBytes("Görüşmeler sırasında işçi hakları".getBytes(Charset.forName("windows-1254")));
        DecodedText decoded = decode(page.toByteArray());
        assertThat(decoded.charset()).isEqualTo("windows-1254");
        assertThat(decoded.text()).endsWith("Görüşmeler sırasında işçi hakları");
    }

    private DecodedText decode(byte[] bytes) {
        return decoder.decode(Payload.of(bytes));
    }

    private DecodedText decode(byte[] bytes, String declared) {
        return decoder.decode(new Payload(ByteBuffer.wrap(bytes), Optional.of(declared)));
    }
}
