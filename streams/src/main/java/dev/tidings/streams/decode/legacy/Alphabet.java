package dev.tidings.streams.decode.legacy;

import com.ibm.icu.text.UnicodeSet;
import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.Locale;

/** Letters of the languages that were written in legacy charsets, from the exemplar sets of CLDR. */
enum Alphabet {
    AFRIKAANS("af"),
    ARABIC("ar fa ur ckb"),
    BELARUSIAN("be"),
    BULGARIAN("bg"),
    CATALAN("ca"),
    CHINESE_SIMPLIFIED("zh"),
    CHINESE_TRADITIONAL("zh_Hant"),
    CROATIAN("hr"),
    CZECH("cs"),
    DANISH("da"),
    DUTCH("nl"),
    ENGLISH("en"),
    ESTONIAN("et"),
    FINNISH("fi"),
    FRENCH("fr"),
    GERMAN("de"),
    GREEK("el"),
    HEBREW("he"),
    HUNGARIAN("hu"),
    ICELANDIC("is"),
    IRISH("ga"),
    ITALIAN("it"),
    JAPANESE("ja"),
    KOREAN("ko"),
    LATVIAN("lv"),
    LITHUANIAN("lt"),
    MACEDONIAN("mk"),
    NORWEGIAN("nb"),
    POLISH("pl"),
    PORTUGUESE("pt"),
    ROMANIAN("ro"),
    RUSSIAN("ru"),
    SERBIAN("sr"),
    SLOVAK("sk"),
    SLOVENIAN("sl"),
    SPANISH("es"),
    SWEDISH("sv"),
    THAI("th"),
    TURKISH("tr"),
    UKRAINIAN("uk"),
    VIETNAMESE("vi");

    /** The letters that make up more than half of a text, for the alphabets whose letters fill one byte's range. */
    private static final String FREQUENT = "оеаинтсрвлі" + "αοιετσνυρη" + "יוהלאתמרבש" + "الينمورتهك" + "านรอกเงมย่";

    private static final int UNITS = 0x10000;

    private final String locales;

    /** Takes the languages that share it, with a space between. */
    Alphabet(String locales) {
        this.locales = locales;
    }

    /** Made when the first text comes that is no Unicode: most runs never need it. */
    private static final class Table {

        /** For every UTF-16 unit one bit per alphabet. */
        private static final long[] ALPHABETS = buildTable();

        private static long[] buildTable() {
            long[] table = new long[UNITS];
            for (Alphabet alphabet : values()) {
                for (String locale : alphabet.locales.split(" ", -1)) {
                    alphabet.addLetters(new ULocale(locale), table);
                }
            }
            // Legacy charsets know the Romanian letters with a cedilla alone.
            "şţŞŢ".chars().forEach(letter -> table[letter] |= ROMANIAN.bitMask());
            // 0xFF is far more often a damaged byte than the letter of a few French place names.
            table['ÿ'] = 0;
            table['Ÿ'] = 0;
            return table;
        }
    }

    private void addLetters(ULocale locale, long[] table) {
        UnicodeSet letters = LocaleData.getExemplarSet(locale, UnicodeSet.CASE_INSENSITIVE, LocaleData.ES_STANDARD);
        for (UnicodeSet.EntryRange range : letters.ranges()) {
            for (int letter = range.codepoint; letter <= Math.min(range.codepointEnd, UNITS - 1); letter++) {
                addBothCases(letter, locale.toLocale(), table);
            }
        }
    }

    private void addBothCases(int letter, Locale locale, long[] table) {
        String written = Character.toString(letter);
        table[letter] |= bitMask();
        table[written.toUpperCase(locale).charAt(0)] |= bitMask();
        table[written.toLowerCase(locale).charAt(0)] |= bitMask();
    }

    /** The bit is never stored, so the order may change. */
    @SuppressWarnings("EnumOrdinal")
    long bitMask() {
        return 1L << ordinal();
    }

    /** Returns whether a letter is among the most frequent of its script. */
    static boolean isFrequent(char letter) {
        return FREQUENT.indexOf(letter) >= 0;
    }

    /** Returns the bits of all alphabets that hold a letter. */
    static long alphabetsContaining(char letter) {
        return Table.ALPHABETS[letter];
    }
}
