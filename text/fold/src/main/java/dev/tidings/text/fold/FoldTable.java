package dev.tidings.text.fold;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What each code point folds to, in pages of 256 that are computed when first met.
 *
 * <p>An entry is {@link #BREAK}, {@link #IGNORED}, a folded character ({@link #foldedCharacter} and
 * {@link #tokenKind}), or negative: the complement of an index into {@link Page#expansions}. Unicode data is ICU's
 * and not the platform's, so the fold does not change with the Java version. Pages are immutable and safe for use by
 * many threads.
 */
final class FoldTable {

    /** Ends a token: spaces, punctuation, symbols. */
    static final int BREAK = 0;
    /** Carries no weight: marks that may be reordered, joiners, tatweel, soft hyphen. */
    static final int IGNORED = 1;

    /** Half a pair, to be read with the other half; one without the other is a {@link #BREAK}. */
    static final int SURROGATE = 0x7f00_0000;

    /** How far left the kind stands in an entry. */
    static final int KIND_SHIFT = 24;

    private static final int FIRST_CHARACTER = IGNORED + 1;
    private static final int PLAIN_CHARACTERS = (1 << Character.SIZE) - FIRST_CHARACTER;

    private static final int CHARACTER_MASK = 0x1f_ffff;

    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();
    private static final Set<Integer> UNSPACED_SCRIPTS = Set.of(
            UScript.THAI,
            UScript.LAO,
            UScript.KHMER,
            UScript.MYANMAR,
            UScript.TAI_LE,
            UScript.NEW_TAI_LUE,
            UScript.LANNA,
            UScript.TAI_VIET,
            UScript.JAVANESE,
            UScript.BALINESE);
    private static final Set<Integer> IDEOGRAPHIC_SCRIPTS =
            Set.of(UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO, UScript.YI);

    private static final @Nullable Page[] PAGES = new @Nullable Page[(Character.MAX_CODE_POINT + 1) >> 8];

    private FoldTable() {}

    /** Entries of 256 code points. */
    static final class Page {

        final int[] entries;
        final int[][] expansions;

        Page(int first) {
            int[] made = new int[256];
            List<int[]> longer = new ArrayList<>();
            for (int i = 0; i < made.length; i++) {
                int[] folded = foldCodePoint(first + i);
                if (folded.length == 1) {
                    made[i] = folded[0];
                } else {
                    longer.add(folded);
                    made[i] = -longer.size();
                }
            }
            entries = made;
            expansions = longer.toArray(int[][]::new);
        }
    }

    static Page pageOf(int codePoint) {
        // A race computes an equal page twice, which is harmless: its fields are final.
        Page page = PAGES[codePoint >> 8];
        if (page == null) {
            page = new Page(codePoint & ~0xff);
            PAGES[codePoint >> 8] = page;
        }
        return page;
    }

    /** Returns whether an entry is a character of a word and of one UTF-16 unit, which is then the entry's value. */
    static boolean isPlainWord(int entry) {
        return Integer.compareUnsigned(entry - FIRST_CHARACTER, PLAIN_CHARACTERS) < 0;
    }

    static int foldedCharacter(int entry) {
        return entry & CHARACTER_MASK;
    }

    static int tokenKind(int entry) {
        return entry >>> KIND_SHIFT;
    }

    private static int[] foldCodePoint(int codePoint) {
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            return new int[] {SURROGATE};
        }
        String caseless = UCharacter.foldCase(NFKD.normalize(Character.toString(codePoint)), true);
        int[] entries = NFKD.normalize(caseless)
                .codePoints()
                .map(FoldTable::entryOf)
                .filter(entry -> entry != IGNORED)
                .toArray();
        return entries.length == 0 ? new int[] {IGNORED} : entries;
    }

    private static int entryOf(int codePoint) {
        int letter = LetterForms.commonForm(codePoint);
        if (letter == LetterForms.TATWEEL
                || UCharacter.hasBinaryProperty(letter, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return IGNORED;
        }
        return switch (UCharacter.getType(letter)) {
            case ECharacterCategory.UPPERCASE_LETTER,
                    ECharacterCategory.LOWERCASE_LETTER,
                    ECharacterCategory.TITLECASE_LETTER,
                    ECharacterCategory.MODIFIER_LETTER,
                    ECharacterCategory.OTHER_LETTER,
                    ECharacterCategory.LETTER_NUMBER,
                    ECharacterCategory.OTHER_NUMBER -> encodeEntry(letter, scriptKind(letter));
            case ECharacterCategory.DECIMAL_DIGIT_NUMBER ->
                encodeEntry('0' + UCharacter.digit(letter, 10), TokenKind.NUMBER);
            // Marks of a combining class can change places under normalisation, so only the others may count.
            case ECharacterCategory.NON_SPACING_MARK, ECharacterCategory.COMBINING_SPACING_MARK ->
                UCharacter.getCombiningClass(letter) == 0 ? encodeEntry(letter, scriptKind(letter)) : IGNORED;
            case ECharacterCategory.ENCLOSING_MARK, ECharacterCategory.FORMAT -> IGNORED;
            default -> BREAK;
        };
    }

    private static TokenKind scriptKind(int codePoint) {
        int script = UScript.getScript(codePoint);
        if (IDEOGRAPHIC_SCRIPTS.contains(script)) {
            return TokenKind.IDEOGRAPH;
        }
        return UNSPACED_SCRIPTS.contains(script) ? TokenKind.UNSPACED : TokenKind.WORD;
    }

    private static int encodeEntry(int codePoint, TokenKind kind) {
        return kind.code() << KIND_SHIFT | codePoint;
    }
}
