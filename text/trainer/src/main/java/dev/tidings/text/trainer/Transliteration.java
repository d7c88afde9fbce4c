package dev.tidings.text.trainer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rules that write a Latin-script language in Arabic letters, where its own text in them is not to be had. */
final class Transliteration {
    /** Kurmanji as the Badini press writes it. */
    static final Transliteration KURMANJI = new Transliteration(
            "ئ",
            "a ا b ب c ج ç چ d د e ە ê ێ f ف g گ h ه i _ î ی j ژ k ک l ل m م n ن o ۆ p پ q ق r ر s س ş ش t ت u و û وو"
                    + " v ڤ w و x خ y ی z ز",
            Map.of());

    /**
     * South Azerbaijani from the northern spelling: ə is written at the end of a word only, a has a hat at its
     * beginning.
     */
    static final Transliteration SOUTH_AZERBAIJANI = new Transliteration(
            "ا",
            "a ا b ب c ج ç چ d د e ئ ə _ f ف g گ ğ غ h ه x خ ı ی i ی j ژ k ک q ق l ل m م n ن o و ö ؤ p پ r ر s س ş ش"
                    + " t ت u و ü ۆ v و y ی z ز",
            Map.of("^a", "آ", "ə$", "ه"));

    private static final String VOWELS = "aeêiîouûəıöü";

    private final String carrier;
    private final Map<String, String> letters = new HashMap<>();

    private Transliteration(String carrier, String rules, Map<String, String> atEdges) {
        this.carrier = carrier;
        List<String> pairs = List.of(rules.split(" ", -1));
        for (int i = 0; i < pairs.size(); i += 2) {
            letters.put(pairs.get(i), pairs.get(i + 1).replace("_", ""));
        }
        letters.putAll(atEdges);
    }

    /** Returns {@code text} in Arabic letters; characters without a rule stay. */
    String transliterate(String text) {
        StringBuilder out = new StringBuilder(text.length());
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i++) {
            out.append(arabicLetter(
                    lower.substring(i, i + 1),
                    i == 0 || !Character.isLetter(lower.charAt(i - 1)),
                    i + 1 == lower.length() || !Character.isLetter(lower.charAt(i + 1))));
        }
        return out.toString();
    }

    private String arabicLetter(String letter, boolean first, boolean last) {
        String plain = letters.getOrDefault(letter, letter);
        if (first) {
            return letters.getOrDefault("^" + letter, VOWELS.contains(letter) ? carrier + plain : plain);
        }
        return last ? letters.getOrDefault(letter + "$", plain) : plain;
    }
}
