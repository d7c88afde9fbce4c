package dev.tidings.text.orthography;

import java.util.Arrays;

/**
 * What is left of a name when it crosses scripts: its classes of consonants, and between them which vowels may stand.
 * {@code پووتین}, {@code Putin}, {@code Путин} and {@code بوتين} have equal consonants and agreeing vowels.
 *
 * <p>Sounds that languages write for one another share a class (p b, f v, k q, g gh, kh h). A heh inside a word does
 * not count, nor does doubling. Between two consonants stands a set of vowels: A, I, U; {@code e} and {@code ە} are A
 * or I. In Arabic script an unwritten vowel may be any; a written one must agree.
 *
 * @param consonants one letter per class, in order; empty for text without letters of a known script (Han, say)
 * @param vowels sets of vowels before, between and after the consonants: bits A 1, I 2, U 4; 0 when none is written
 * @param abjad whether unwritten vowels are normal in its script
 */
public record PhoneticKey(String consonants, Vowels vowels, boolean abjad) {

    /** Name and version of the classes of sounds. */
    public static final String VERSION = "phonetic-key/1";

    /** From this many consonants on, one disagreeing vowel is forgiven. */
    private static final int LONG = 5;

    /** How much likelier chance is when one name has no, one or two consonants more at its end. */
    private static final double[] SUFFIX_FACTORS = {1, 4, 10};

    private static final int MIN_STEM_CONSONANTS = 3;

    /**
     * Reads one word.
     *
     * @param word a word in Latin, Cyrillic, Greek or Arabic script; Kurdish should be repaired before
     *     ({@link KurdishOrthography#repairText})
     */
    public static PhoneticKey of(CharSequence word) {
        return new PhoneticEncoder(word).encodeWord();
    }

    /**
     * Returns how likely a word at random is as much like this one as the other is: 1 when they are not alike.
     * Consonants must be the same, or such as languages take for one another (g j k c, s z x, t d, l r, f w); one of
     * both may have up to two more at its end (cases, plurals); vowels must agree as in {@link #matches}.
     */
    public double matchProbability(PhoneticKey other) {
        int least = Math.min(consonants.length(), other.consonants.length());
        int more = Math.max(consonants.length(), other.consonants.length()) - least;
        if (more >= SUFFIX_FACTORS.length || least < 2 || (more > 0 && least < MIN_STEM_CONSONANTS)) {
            return 1;
        }
        double chance = consonantChance(other, least, more > 0 ? 0 : least / 3);
        int wrong = chance < 1 ? countDisagreements(other, least) : 0;
        boolean alike = chance < 1 && wrong <= (least >= LONG ? 1 : 0);
        return alike ? Math.min(1, chance * SUFFIX_FACTORS[more] * (1 + 4 * wrong) * vowelChance(other, least)) : 1;
    }

    /** Returns 1 when a consonant is another one, or more than so many are only of the same group. */
    private double consonantChance(PhoneticKey other, int length, int mostSwapped) {
        double chance = 1;
        int swapped = 0;
        for (int at = 0; at < length; at++) {
            char mine = consonants.charAt(at);
            char theirs = other.consonants.charAt(at);
            if (LetterSounds.classGroup(mine) != LetterSounds.classGroup(theirs)) {
                return 1;
            }
            swapped += mine == theirs ? 0 : 1;
            chance *= mine == theirs ? LetterSounds.classShare(mine) : 2 * LetterSounds.groupShare(mine);
        }
        return swapped > mostSwapped ? 1 : chance;
    }

    /**
     * Returns the chance that the vowels of two words agree by accident: 0.9 a slot when one is unwritten, else 0.5.
     */
    private double vowelChance(PhoneticKey other, int slots) {
        double chance = 1;
        for (int slot = 0; slot < slots; slot++) {
            boolean open = (abjad && vowels.vowelsAt(slot) == 0) || (other.abjad && other.vowels.vowelsAt(slot) == 0);
            chance *= open ? 0.9 : 0.5;
        }
        return chance;
    }

    /** Returns a number for the first three consonants; it is the same for all names that are alike at all. */
    public int consonantStem() {
        int stem = 0;
        for (int at = 0; at < Math.min(MIN_STEM_CONSONANTS, consonants.length()); at++) {
            stem = stem << Byte.SIZE | LetterSounds.classGroup(consonants.charAt(at));
        }
        return stem;
    }

    /** Returns whether both may be the same name. */
    public boolean matches(PhoneticKey other) {
        return !consonants.isEmpty()
                && consonants.equals(other.consonants)
                && countDisagreements(other, consonants.length()) <= (consonants.length() >= LONG ? 1 : 0);
    }

    private int countDisagreements(PhoneticKey other, int slots) {
        int count = 0;
        // The last slot is left out: suffixes (-a, -ya, -iye) are grammar as often as name.
        for (int slot = 0; slot < slots; slot++) {
            count += vowelsAgree(slot, other) ? 0 : 1;
        }
        return count;
    }

    private boolean vowelsAgree(int slot, PhoneticKey other) {
        int mine = vowels.vowelsAt(slot);
        int theirs = other.vowels.vowelsAt(slot);
        if (mine == 0 && theirs == 0) {
            return true;
        }
        if (mine == 0 || theirs == 0) {
            return (mine == 0 ? abjad : other.abjad) || slot == 0;
        }
        return (mine & theirs) != 0;
    }

    /** Sets of vowels by position; equal by content. */
    public static final class Vowels {
        private final byte[] sets;

        private Vowels(byte[] sets) {
            this.sets = sets;
        }

        /** Takes an array that nobody else will change. */
        static Vowels of(byte[] sets) {
            return new Vowels(sets);
        }

        /** Returns the sets as one byte each. */
        public byte[] toBytes() {
            return sets.clone();
        }

        /** Reads the sets that {@link #toBytes} wrote. */
        public static Vowels fromBytes(byte[] sets) {
            return new Vowels(sets.clone());
        }

        int vowelsAt(int slot) {
            return slot < sets.length ? sets[slot] : 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Vowels that && Arrays.equals(sets, that.sets);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(sets);
        }

        @Override
        public String toString() {
            return Arrays.toString(sets);
        }
    }
}
