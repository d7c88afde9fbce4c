package dev.tidings.streams.story.feature;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import dev.tidings.streams.enrich.token.Tokens;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The runs of a text in scripts that put no blanks between words, cut into words by ICU's dictionaries. Tibetan is not
 * among them: its syllables are tokens already. Immutable.
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

    /**
     * A run.
     *
     * @param firstToken its first token
     * @param endToken the token behind it
     * @param words its words in their order
     */
    record Run(int firstToken, int endToken, List<String> words) {}

    private final List<Run> runs;

    private UnspacedText(List<Run> runs) {
        this.runs = runs;
    }

    /** Finds the runs. */
    static UnspacedText of(Tokens tokens) {
        List<Run> runs = new ArrayList<>();
        int token = 0;
        while (token < tokens.size()) {
            int end = endOfRun(tokens, token);
            if (end > token) {
                runs.add(new Run(token, end, splitWords(tokens.surface(token, end - 1))));
            }
            token = Math.max(end, token + 1);
        }
        return new UnspacedText(List.copyOf(runs));
    }

    /** Returns the runs in the order of the text. */
    List<Run> runs() {
        return runs;
    }

    private static int endOfRun(Tokens tokens, int from) {
        int token = from;
        while (tokens.hasToken(token)
                && isUnspaced(tokens, token)
                && (token == from || tokens.touchesPrevious(token))) {
            token++;
        }
        return token;
    }

    private static boolean isUnspaced(Tokens tokens, int token) {
        if (!tokens.isWord(token) || tokens.text().charAt(tokens.start(token)) < FIRST_UNSPACED) {
            return false;
        }
        int first = tokens.text().codePointAt(tokens.start(token));
        return first == PROLONGED_SOUND || SCRIPTS.contains(UnicodeScript.of(first));
    }

    private static List<String> splitWords(String run) {
        List<String> found = new ArrayList<>();
        BreakIterator words = WORDS.get();
        words.setText(run);
        int start = words.first();
        for (int end = words.next(); end != BreakIterator.DONE; end = words.next()) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                found.add(run.substring(start, end));
            }
            start = end;
        }
        return found;
    }
}
