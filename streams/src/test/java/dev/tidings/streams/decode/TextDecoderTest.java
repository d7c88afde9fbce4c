package dev.tidings.streams.decode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.Seeds;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.Payload;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {

    private static final String LONG_TEXT = "ڤلادیمیر پووتین، سەرۆکی رووسیا ".repeat(50);

    private final TextDecoder decoder = new TextDecoder();

    @ParameterizedTest
    @EnumSource(Seeds.class)
    void theRealArticlesAreReadUnchanged(Seeds seed) {
        DecodedText decoded = decoder.decode(Payload.of(seed.bytes()));
        assertThat(decoded).isEqualTo(expected(seed.text(), "UTF-8", DetectedCharset.STRICT_UTF8));
    }

    @Test
    void aByteOrderMarkDecidesAndIsNoPartOfTheText() {
        assertThat(decode(bytes("\ufeffکورد", UTF_8))).isEqualTo(expected("کورد", "UTF-8", DetectedCharset.BOM));
        assertThat(decode(bytes("\ufeffکورد", UTF_16LE))).isEqualTo(expected("کورد", "UTF-16LE", DetectedCharset.BOM));
        assertThat(decode(bytes("\ufeffکورد", UTF_16BE))).isEqualTo(expected("کورد", "UTF-16BE", DetectedCharset.BOM));
        assertThat(decode(bytes("\ufeffکورد", Charset.forName("UTF-32LE"))))
                .isEqualTo(expected("کورد", "UTF-32LE", DetectedCharset.BOM));
    }

    @Test
    void aByteOrderMarkOutranksTheDeclaredCharset() {
        DecodedText decoded = decode(bytes("\ufeffabc", UTF_16LE), "UTF-8");
        assertThat(decoded).isEqualTo(expected("abc", "UTF-16LE", DetectedCharset.BOM));
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1256", "ISO-8859-6"})
    void theDeclaredCharsetIsUsedWhenEveryByteFits(String charset) {
        DecodedText decoded = decode(bytes("التقى الرئيس", Charset.forName(charset)), charset);
        assertThat(decoded).isEqualTo(expected("التقى الرئيس", charset, DetectedCharset.DECLARED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-9", "??", "", "US-ASCII"})
    void aDeclaredCharsetThatDoesNotFitIsFlagged(String charset) {
        DecodedText decoded = decode(bytes("کوردستان", UTF_8), charset);
        assertThat(decoded.text()).isEqualTo("کوردستان");
        assertThat(decoded.origin()).isEqualTo(DetectedCharset.STRICT_UTF8);
        assertThat(decoded.flags()).containsExactly("charset_conflict");
    }

    @Test
    void whatCannotBeReadIsReplacedAndCounted() {
        for (byte[] bad :
                new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            DecodedText decoded = decode(concat(bytes(LONG_TEXT, UTF_8), bad, bytes(LONG_TEXT, UTF_8)));
            long replaced = decoded.text().chars().filter(c -> c == '\ufffd').count();
            assertThat(decoded.replacedChars()).isEqualTo(replaced).isBetween(1L, 3L);
            assertThat(decoded.flags()).containsExactly("lossy_decode");
            assertThat(decoded.origin()).isEqualTo(DetectedCharset.FALLBACK);
            assertThat(decoded.confidence()).isBetween(0.99, 0.9999);
            assertThat(decoded.text()).startsWith(LONG_TEXT).endsWith(LONG_TEXT);
        }
    }

    @Test
    void aCutLastCharacterIsOneReplacement() {
        byte[] whole = bytes(LONG_TEXT + "ە", UTF_8);
        DecodedText decoded =
                decoder.decode(new Payload(ByteBuffer.wrap(whole, 0, whole.length - 1), Optional.empty()));
        assertThat(decoded.text()).isEqualTo(LONG_TEXT + "\ufffd");
        assertThat(decoded.replacedChars()).isEqualTo(1);
    }

    @Test
    void aReplacementCharacterThatTheBytesSpellIsNoReplacement() {
        DecodedText decoded = decode(bytes("a\ufffdb", UTF_8));
        assertThat(decoded.text()).isEqualTo("a\ufffdb");
        assertThat(decoded.replacedChars()).isZero();
        assertThat(decoded.flags()).isEmpty();
    }

    @Test
    void oneInAHundredMayBeReplacedAndNoMore() {
        byte[] good = bytes("x".repeat(99), UTF_8);
        byte[] bad = {(byte) 0xff};
        assertThat(decode(concat(good, bad)).replacedChars()).isEqualTo(1);
        assertThatExceptionOfType(RejectedInputException.class)
                .isThrownBy(() -> decode(concat(good, bad, bad)))
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("undecodable"))
                .withMessageContaining("2 of 101");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n",
                "\u0089PNG\r\n\u001a\n",
                "\u007fELF\u0002",
                "PK\u0003\u0004",
                "\u001f\u008b\b",
                "\u00ff\u00d8\u00ff\u00e0",
                "SQLite format 3\u0000"
            })
    void binaryFormatsAreRejectedByTheirFirstBytes(String magic) {
        assertThatExceptionOfType(RejectedInputException.class)
                .isThrownBy(() -> decode(bytes(magic + "the rest", ISO_8859_1)))
                .satisfies(rejected -> assertThat(rejected.reason()).isEqualTo("binary"));
    }

    @Test
    void controlCharactersGoAndAreFlagged() {
        DecodedText decoded = decode(bytes("a\u0000b\u0008c\u007fd\u0080e\u001b[2Jf", UTF_8));
        assertThat(decoded.text()).isEqualTo("abcde[2Jf");
        assertThat(decoded.flags()).containsExactly("control_chars_removed");
    }

    @Test
    void everyLineBreakIsALineFeed() {
        assertThat(decode(bytes("a\r\nb\rc\n\td", UTF_8)))
                .isEqualTo(expected("a\nb\nc\n\td", "UTF-8", DetectedCharset.STRICT_UTF8));
        DecodedText rare = decode(bytes("a\u2028b\u2029c\u0085d\u000be\ff", UTF_8));
        assertThat(rare.text()).isEqualTo("a\nb\nc\nd\ne\nf");
        assertThat(rare.flags()).containsExactly("control_chars_removed");
    }

    @Test
    void anEmptyPayloadIsAnEmptyText() {
        assertThat(decode(new byte[0])).isEqualTo(expected("", "UTF-8", DetectedCharset.STRICT_UTF8));
        assertThat(decode(bytes("\ufeff", UTF_8)).text()).isEmpty();
    }

    @Test
    void anyBytesAreReadOrRejected() {
        Random random = new Random(1);
        for (int turn = 0; turn < 2_000; turn++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            try {
                DecodedText decoded = decode(bytes, turn % 3 == 0 ? "UTF-16" : "windows-1256");
                assertThat(decoded.text().chars().filter(c -> Character.isISOControl(c) && c != '\n' && c != '\t'))
                        .isEmpty();
            } catch (RejectedInputException e) {
                assertThat(e.reason()).isIn("undecodable", "binary");
            }
        }
    }

    @Test
    void theBytesStayAsTheyAre() {
        ByteBuffer bytes = ByteBuffer.wrap(bytes("--کورد--", UTF_8));
        bytes.position(2);
        assertThat(decoder.decode(new Payload(bytes, Optional.empty())).text()).isEqualTo("کورد--");
        assertThat(bytes.position()).isEqualTo(2);
    }

    private DecodedText decode(byte[] bytes) {
        return decoder.decode(Payload.of(bytes));
    }

    private DecodedText decode(byte[] bytes, String declared) {
        return decoder.decode(new Payload(ByteBuffer.wrap(bytes), Optional.of(declared)));
    }

    private static DecodedText expected(String text, String charset, DetectedCharset origin) {
        return new DecodedText(text, charset, origin, 1, 0, List.of());
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
