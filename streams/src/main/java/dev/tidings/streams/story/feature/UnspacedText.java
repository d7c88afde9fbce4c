package dev.tidings.streams.story.feature;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.tidings.streams.enrich.token.Tokens;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Text of scripts that put no blanks between words, cut into words by ICU's dictionaries. Tibetan is not among them:
 * its syllables are tokens already.
 */
final class UnspacedText {

    private static final Set<UnicodeScript> SCRIPTS = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Lengthens a vowel in Katakana; Unicode counts it to no script. */
    private static final char PROLONGED_SOUND = '\u30fc';

    private static final char FIRST_UNSPACED = '\u0e00';

    // A break iterator holds the text it walks over, so each thread walks with one of its own.
    private static final ThreadLocal<BreakIterator> WORDS =
            ThreadLocal.withInitial(() -> BreakIterator.getWordInstance(ULocale.ROOT));

    private UnspacedText() {}

    /** Returns the token behind the run of such text that begins with a token; the token itself when none does. */
    static int endOfRun(Tokens tokens, int from) {
        int token = from;
        while (tokens.hasToken(token)
                && isUnspaced(tokens, token)
                && (token == from || tokens.touchesPrevious(token))) {
            token++;
        }
        return token;
    }

    /** Returns whether a token is text of such a script. */
    static boolean isUnspaced(Tokens tokens, int token) {
        if (!tokens.isWord(token) || tokens.text().charAt(tokens.start(token)) < FIRST_UNSPACED) {
            return false;
        }
        int first = tokens.text().codePointAt(tokens.start(token));
        return first == PROLONGED_SOUND || SCRIPTS.contains(UnicodeScript.of(first));
    }

    /** Hands over the words of a run in their order. */
    static void forEachWord(String run, Consumer<String> action) {
        BreakIterator words = WORDS.get();
        words.setText(run);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                action.accept(run.substring(start, end));
            }
            start = end;
        }
    }
}
