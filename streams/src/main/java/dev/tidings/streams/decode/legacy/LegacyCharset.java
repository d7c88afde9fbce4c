package dev.tidings.streams.decode.legacy;

import static dev.tidings.streams.decode.legacy.Alphabet.*;

import java.nio.charset.Charset;
import java.util.List;

/**
 * A charset from before Unicode.
 *
 * @param charset the charset
 * @param alphabets the alphabets written in it
 */
record LegacyCharset(Charset charset, List<Alphabet> alphabets) {

    /** Of two that fit equally well the first is meant. */
    static final List<LegacyCharset> ALL = List.of(
            of(
                    "windows-1252",
                    ENGLISH,
                    FRENCH,
                    GERMAN,
                    SPANISH,
                    ITALIAN,
                    PORTUGUESE,
                    DUTCH,
                    SWEDISH,
                    DANISH,
                    NORWEGIAN,
                    FINNISH,
                    CATALAN,
                    IRISH,
                    AFRIKAANS,
                    ICELANDIC),
            of("windows-1256", ARABIC),
            of("windows-1251", RUSSIAN, UKRAINIAN, BULGARIAN, SERBIAN, MACEDONIAN, BELARUSIAN),
            of("windows-1254", TURKISH),
            of("windows-1250", POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN, SLOVENIAN),
            of("KOI8-R", RUSSIAN, BULGARIAN),
            of("KOI8-U", UKRAINIAN, RUSSIAN),
            of("windows-1253", GREEK),
            of("windows-1255", HEBREW),
            of("Shift_JIS", JAPANESE),
            of("EUC-JP", JAPANESE),
            of("EUC-KR", KOREAN),
            of("GB18030", CHINESE_SIMPLIFIED),
            of("Big5", CHINESE_TRADITIONAL),
            of("x-windows-874", THAI),
            of("windows-1257", LITHUANIAN, LATVIAN, ESTONIAN),
            of("windows-1258", VIETNAMESE),
            of("ISO-8859-2", POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN, SLOVENIAN),
            of("ISO-8859-5", RUSSIAN, UKRAINIAN, BULGARIAN, SERBIAN, MACEDONIAN, BELARUSIAN),
            of("ISO-8859-6", ARABIC),
            of("ISO-8859-7", GREEK),
            of("IBM866", RUSSIAN, UKRAINIAN, BELARUSIAN));

    /** Freezes the alphabets. */
    LegacyCharset {
        alphabets = List.copyOf(alphabets);
    }

    private static LegacyCharset of(String name, Alphabet... alphabets) {
        return new LegacyCharset(Charset.forName(name), List.of(alphabets));
    }
}
