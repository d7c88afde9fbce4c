package dev.tidings.text.script;

import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The one script in which the texts of a language are compared: transliterates a text to it, so that both ways to write
 * it are equal once they are folded ({@link dev.tidings.text.fold.FoldedText}).
 *
 * <ul>
 *   <li>Serbian, with Bosnian, Croatian and Montenegrin: Cyrillic becomes Latin; {@code đ} is written {@code dj}.
 *   <li>Uzbek and Kazakh: Cyrillic becomes Latin, and all Latin alphabets of the language become one.
 *   <li>Azerbaijani: Cyrillic becomes Latin, and {@code ə} is written {@code e}, as those do who have no {@code ə}.
 *   <li>Northern Kurdish: Arabic and Latin letters become what both of them tell apart: no {@code i}, one letter for
 *       {@code u û w} and one for {@code î y}.
 *   <li>Chinese: traditional characters become simplified ones, one by one.
 * </ul>
 *
 * <p>What comes out is for comparing only, never for display: case and marks may be lost, which the fold does not see,
 * and so may whatever one of the scripts does not tell apart. Immutable, safe for any thread, linear in the text.
 */
public final class CommonScript {

    /** Name and version of the tables; whatever is made of a converted text and stored carries it. */
    public static final String VERSION = "script1";

    private static final CommonScript SERBIAN = new CommonScript(Alphabets.SERBIAN::convert);
    private static final CommonScript UZBEK = new CommonScript(Alphabets.UZBEK::convert);
    private static final CommonScript AZERBAIJANI = new CommonScript(Alphabets.AZERBAIJANI::convert);
    private static final CommonScript KAZAKH = new CommonScript(Alphabets.KAZAKH::convert);
    private static final CommonScript KURMANJI = new CommonScript(Alphabets.KURMANJI::convert);
    private static final CommonScript CHINESE = new CommonScript(SimplifiedChinese::convert);
    private static final CommonScript ITS_OWN = new CommonScript(text -> text);

    private final UnaryOperator<String> conversion;

    private CommonScript(UnaryOperator<String> conversion) {
        this.conversion = conversion;
    }

    /**
     * Returns the common script of the language of an article. Title and body are then both written in it.
     *
     * @param language BCP 47, of which the primary subtag counts: {@code sr}, {@code sr-Latn}, {@code uz_UZ}; in any
     *     case
     * @param text text of the article. Kazakh in Latin letters is none of the languages that are identified, so it is
     *     known by its letters under the tags that it gets instead: {@code az}, {@code tk}, {@code tr}, {@code und}.
     */
    public static CommonScript of(String language, String text) {
        return switch (primarySubtag(language)) {
            case "sr", "hr", "bs", "sh", "cnr" -> SERBIAN;
            case "uz" -> UZBEK;
            case "az" -> LatinKazakh.isCertain(text) ? KAZAKH : AZERBAIJANI;
            case "tk", "tr", "und" -> LatinKazakh.isCertain(text) ? KAZAKH : ITS_OWN;
            case "kk" -> KAZAKH;
            case "ku", "kmr" -> KURMANJI;
            case "zh", "cmn", "yue" -> CHINESE;
            default -> ITS_OWN;
        };
    }

    /**
     * Returns a text in this script.
     *
     * @param text any UTF-16; letters of other scripts, digits and unpaired surrogates stay as they are
     * @return the very text when it has nothing to convert; always so for languages of one script
     */
    public String convert(String text) {
        return conversion.apply(text);
    }

    private static String primarySubtag(String language) {
        int end = 0;
        while (end < language.length() && language.charAt(end) != '-' && language.charAt(end) != '_') {
            end++;
        }
        return language.substring(0, end).toLowerCase(Locale.ROOT);
    }
}
