package dev.tidings.text.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The scripts told apart, as small numbers: 0 is {@code Zyyy} (no script of its own), 1 is {@code Zzzz} (any script not
 * listed). Hiragana, Katakana and Bopomofo count as Han, since one text mixes them.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class Scripts {
    static final int COMMON = 0;
    static final int OTHER = 1;

    private static final List<String> CODES = List.of(
            "Zyyy", "Zzzz", "Latn", "Arab", "Cyrl", "Hani", "Deva", "Hang", "Grek", "Hebr", "Ethi", "Beng", "Tibt",
            "Thaa", "Gujr", "Armn", "Knda", "Geor", "Khmr", "Laoo", "Mlym", "Mymr", "Guru", "Sinh", "Taml", "Telu",
            "Thai", "Orya", "Cans", "Cher", "Syrc", "Nkoo", "Tfng", "Mong", "Yiii", "Olck", "Java", "Bali", "Sund",
            "Vaii", "Mtei", "Copt", "Goth", "Ogam", "Runr", "Tglg", "Lepc", "Cham", "Cakm");

    private Scripts() {}

    static int scriptCount() {
        return CODES.size();
    }

    /** Returns the ISO 15924 code of a script number. */
    public static String scriptCode(int script) {
        return CODES.get(script);
    }

    /** Returns the number of an ISO 15924 code, {@link #OTHER} if it is not listed. */
    public static int scriptNumber(String code) {
        int number = CODES.indexOf(code);
        return number < 0 ? OTHER : number;
    }

    /** Returns the number of every Unicode script that is listed. */
    static Map<UnicodeScript, Integer> scriptNumbers() {
        Map<UnicodeScript, Integer> numbers = new EnumMap<>(UnicodeScript.class);
        for (int number = OTHER + 1; number < CODES.size(); number++) {
            numbers.put(UnicodeScript.forName(CODES.get(number)), number);
        }
        numbers.put(UnicodeScript.COMMON, COMMON);
        numbers.put(UnicodeScript.INHERITED, COMMON);
        int han = scriptNumber("Hani");
        numbers.put(UnicodeScript.HIRAGANA, han);
        numbers.put(UnicodeScript.KATAKANA, han);
        numbers.put(UnicodeScript.BOPOMOFO, han);
        return numbers;
    }
}
