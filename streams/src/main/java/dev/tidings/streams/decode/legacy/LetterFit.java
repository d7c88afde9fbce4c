package dev.tidings.streams.decode.legacy;

import java.util.List;

/**
 * How well the characters beyond ASCII fit a language: letters of its alphabet speak for it, the frequent ones most;
 * other letters, symbols and changes of script inside words, capitals after small letters, the same letter three times
 * and undefined characters against it.
 */
final class LetterFit {

    private static final double OWN_LETTER = 1;
    private static final double FREQUENT_LETTER = 0.25;
    private static final double FOREIGN_LETTER = -1.5;
    private static final double FOREIGN_ASCII = -0.5;
    private static final double CAPITAL = -0.2;
    private static final double MISPLACED = -2;
    private static final double QUOTE = 0.6;
    private static final double SYMBOL = -1;
    private static final double UNDEFINED = -6;

    private static final String QUOTES = "“”‘’„‚«»‹›–—…،؛؟";
    private static final String JOINERS = "’‘·\u00ad\u200c\u200d–—\u00a0";
    private static final char FIRST_EAST_ASIAN = '\u2e80';

    private final String text;
    private final long[] fits;
    private int beyondAscii;
    private double common;

    private LetterFit(String text, List<Alphabet> alphabets) {
        this.text = text;
        this.fits = new long[alphabets.size()];
    }

    /** Returns the fit per character beyond ASCII in the best of the alphabets, at most 1.25; 0 when all is ASCII. */
    static double fitOf(String text, List<Alphabet> alphabets) {
        LetterFit fit = new LetterFit(text, alphabets);
        for (int i = 0; i < text.length(); i++) {
            fit.countCharacter(i, alphabets);
        }
        return fit.beyondAscii == 0 ? 0 : fit.best() / fit.beyondAscii;
    }

    /** Own letters are counted for each alphabet, and whatever counts for all of them once. */
    private void countCharacter(int index, List<Alphabet> alphabets) {
        char c = text.charAt(index);
        boolean letter = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
        if (c > '\u007f') {
            beyondAscii++;
            common += letter ? FOREIGN_LETTER + place(index) : symbol(index);
        } else if (letter) {
            common += FOREIGN_ASCII;
        }
        if (letter) {
            long holding = Alphabet.alphabetsContaining(c);
            for (int i = 0; i < fits.length; i++) {
                if ((holding & alphabets.get(i).bitMask()) != 0) {
                    fits[i] += c > '\u007f' ? 5 : 1;
                }
            }
        }
    }

    /** An own letter takes back what was counted against it: five halves of a point, an ASCII letter one half. */
    private double best() {
        long most = 0;
        for (long fit : fits) {
            most = Math.max(most, fit);
        }
        return common + most * (OWN_LETTER - FOREIGN_LETTER) / 5;
    }

    private double place(int index) {
        char c = text.charAt(index);
        char before = index == 0 ? ' ' : text.charAt(index - 1);
        char after = index + 1 == text.length() ? ' ' : text.charAt(index + 1);
        boolean mixed = mixes(c, before) || mixes(c, after);
        boolean repeated = before == c && index >= 2 && text.charAt(index - 2) == c;
        boolean capital = Character.isUpperCase(c);
        return (mixed || repeated ? MISPLACED : 0)
                + (Alphabet.isFrequent(c) ? FREQUENT_LETTER : 0)
                + (capital ? CAPITAL : 0)
                + (capital && Character.isLowerCase(before) ? FOREIGN_LETTER : 0);
    }

    private static boolean mixes(char letter, char neighbour) {
        return Character.isLetter(neighbour)
                && letter < FIRST_EAST_ASIAN
                && neighbour < FIRST_EAST_ASIAN
                && isLatin(letter) != isLatin(neighbour);
    }

    private static boolean isLatin(char letter) {
        return letter < '\u0250'
                || (letter >= '\u0300' && letter < '\u0370')
                || (letter >= '\u1e00' && letter < '\u1f00');
    }

    private double symbol(int index) {
        char c = text.charAt(index);
        boolean undefined = c == '\ufffd'
                || Character.isISOControl(c)
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED;
        if (undefined) {
            return UNDEFINED;
        }
        if (c >= FIRST_EAST_ASIAN || QUOTES.indexOf(c) >= 0) {
            return QUOTE;
        }
        boolean inside = index > 0
                && index + 1 < text.length()
                && Character.isLetter(text.charAt(index - 1))
                && Character.isLetter(text.charAt(index + 1));
        boolean joiner = JOINERS.indexOf(c) >= 0;
        return inside && !joiner ? MISPLACED : joiner ? 0 : SYMBOL;
    }
}
