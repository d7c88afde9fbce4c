package dev.tidings.text.language;

import com.ibm.icu.lang.UScript;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Tells the language of a text by its script and by what only one language writes in it; {@code und} otherwise. Any text
 * is accepted. Safe for use by many threads.
 */
public final class LanguageIdentifier {

    private static final double CERTAIN = 0.99;
    /** Share of letters that tells Central Kurdish from every other language in Arabic script. */
    private static final double SORANI_SHARE = 0.05;
    /** Share of words; English news has 20 to 30 % of them, other languages under 2 %. */
    private static final double ENGLISH_SHARE = 0.08;

    private static final String SORANI_LETTERS = "ەێۆڕڵڤ";
    private static final Set<String> ENGLISH_WORDS =
            Set.of("the", "of", "and", "to", "that", "is", "was", "with", "for", "by", "has", "his");
    private static final Pattern NOT_LETTERS = Pattern.compile("\\P{L}+");

    private LanguageIdentifier() {}

    /** Loads the identifier. */
    public static LanguageIdentifier load() {
        return new LanguageIdentifier();
    }

    /** Returns name and version of the method, for the provenance of an answer. */
    public String version() {
        return "distinctive-letters/1";
    }

    /** Returns the languages the text may be in. */
    public Identification identify(CharSequence text) {
        String script = dominantScript(text);
        String tag = switch (script) {
            case "Arab" -> soraniShare(text) >= SORANI_SHARE ? "ckb" : "und";
            case "Latn" -> englishShare(text) >= ENGLISH_SHARE ? "en" : "und";
            default -> "und";
        };
        return new Identification(List.of(new Candidate(tag, script, tag.equals("und") ? 0 : CERTAIN)));
    }

    private static String dominantScript(CharSequence text) {
        Map<Integer, Integer> letters = new TreeMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .filter(script -> script > UScript.INHERITED)
                .forEach(script -> letters.merge(script, 1, Integer::sum));
        return letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> UScript.getShortName(most.getKey()))
                .orElse("Zyyy");
    }

    private static double soraniShare(CharSequence text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long sorani = text.codePoints()
                .filter(letter -> SORANI_LETTERS.indexOf(letter) >= 0)
                .count();
        return (double) sorani / letters;
    }

    private static double englishShare(CharSequence text) {
        List<String> words = NOT_LETTERS
                .splitAsStream(text)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
        return (double) words.stream().filter(ENGLISH_WORDS::contains).count() / words.size();
    }
}
