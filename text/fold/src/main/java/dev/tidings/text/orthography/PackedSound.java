package dev.tidings.text.orthography;

/**
 * A {@link PhoneticKey} in one number, so that the names of a hundred thousand articles fit into memory and two of them
 * are compared in some nanoseconds: up to eight consonants of five bits, the vowels of the seven slots before them of
 * three, whether unwritten vowels are normal, and two bits that the caller is free to use. What is longer is cut.
 */
public final class PackedSound {

    private static final int MAX_CONSONANTS = 8;
    private static final int CONSONANT_BITS = 5;
    private static final int CONSONANT_MASK = 31;
    private static final int FIRST_CONSONANT_SHIFT = Long.SIZE - CONSONANT_BITS;
    private static final int MAX_VOWELS = 7;
    private static final int VOWEL_BITS = 3;
    private static final int VOWEL_MASK = 7;
    private static final int FIRST_VOWEL_SHIFT = 21;
    private static final int ABJAD_SHIFT = 2;
    private static final int FREE_MASK = 3;
    private static final int STEM_CONSONANTS = 3;
    /** From this many consonants on, one disagreeing vowel is forgiven. */
    private static final int LONG = 5;

    /** How much likelier chance is when one name has no, one or two consonants more at its end. */
    private static final double[] SUFFIX_FACTORS = {1, 4, 10};

    /** Consonant classes in the order of their numbers, from 1. */
    private static final String CLASSES = "ptdkgfszxcjhmnlrw";

    private static final int[] NUMBERS = numbers();
    private static final int[] GROUPS = new int[CONSONANT_MASK + 1];
    private static final double[] SHARES = new double[CONSONANT_MASK + 1];
    private static final double[] GROUP_SHARES = new double[CONSONANT_MASK + 1];

    static {
        for (int at = 0; at < CLASSES.length(); at++) {
            char sound = CLASSES.charAt(at);
            GROUPS[at + 1] = NUMBERS[LetterSounds.classGroup(sound)];
            SHARES[at + 1] = LetterSounds.classShare(sound);
            GROUP_SHARES[at + 1] = LetterSounds.groupShare(sound);
        }
    }

    private PackedSound() {}

    private static int[] numbers() {
        int[] numbers = new int[0x80];
        for (int at = 0; at < CLASSES.length(); at++) {
            numbers[CLASSES.charAt(at)] = at + 1;
        }
        return numbers;
    }

    /**
     * Returns a key as a number.
     *
     * @param free what the caller stores beside it, 0 to 3
     */
    public static long pack(PhoneticKey key, int free) {
        long packed = (free & FREE_MASK) | (key.abjad() ? 1L << ABJAD_SHIFT : 0);
        String consonants = key.consonants();
        for (int at = 0; at < Math.min(MAX_CONSONANTS, consonants.length()); at++) {
            packed |= (long) NUMBERS[consonants.charAt(at)] << (FIRST_CONSONANT_SHIFT - at * CONSONANT_BITS);
        }
        for (int slot = 0; slot < MAX_VOWELS; slot++) {
            packed |= (long) key.vowels().vowelsAt(slot) << (FIRST_VOWEL_SHIFT - slot * VOWEL_BITS);
        }
        return packed;
    }

    /**
     * Returns a key with something else stored beside it.
     *
     * @param free what the caller stores, 0 to 3
     */
    public static long withFreeBits(long packed, int free) {
        return (packed & ~FREE_MASK) | (free & FREE_MASK);
    }

    /** Returns what the caller stored beside a key. */
    public static int freeBits(long packed) {
        return (int) packed & FREE_MASK;
    }

    /** Returns how many consonants a key has, 8 when there are more. */
    public static int consonantCount(long packed) {
        int count = 0;
        while (count < MAX_CONSONANTS && consonantAt(packed, count) != 0) {
            count++;
        }
        return count;
    }

    /** Returns the consonants alone: equal for names that differ in vowels only. */
    public static long consonants(long packed) {
        return packed >>> (Long.SIZE - MAX_CONSONANTS * CONSONANT_BITS);
    }

    /** Returns a number for the first three consonants; it is the same for all names that are alike at all. */
    public static int stem(long packed) {
        return groupPrefix(packed, STEM_CONSONANTS);
    }

    /** Returns a number for the groups of as many first consonants, up to six. */
    public static int groupPrefix(long packed, int length) {
        int prefix = 0;
        for (int at = 0; at < length; at++) {
            prefix = (prefix << CONSONANT_BITS) | GROUPS[consonantAt(packed, at)];
        }
        return prefix;
    }

    private static int consonantAt(long packed, int at) {
        return (int) (packed >>> (FIRST_CONSONANT_SHIFT - at * CONSONANT_BITS)) & CONSONANT_MASK;
    }

    private static int vowelsAt(long packed, int slot) {
        return slot < MAX_VOWELS ? (int) (packed >>> (FIRST_VOWEL_SHIFT - slot * VOWEL_BITS)) & VOWEL_MASK : 0;
    }

    private static boolean isAbjad(long packed) {
        return ((packed >>> ABJAD_SHIFT) & 1) != 0;
    }

    /** Returns how likely a word at random is as much like one as the other is, see {@link PhoneticKey}. */
    public static double matchProbability(long one, long other) {
        int ones = consonantCount(one);
        int others = consonantCount(other);
        int least = Math.min(ones, others);
        int more = Math.max(ones, others) - least;
        if (more >= SUFFIX_FACTORS.length || least < 2 || (more > 0 && least < STEM_CONSONANTS)) {
            return 1;
        }
        double chance = consonantChance(one, other, least, more > 0 ? 0 : least / 3);
        int wrong = chance < 1 ? countDisagreements(one, other, least) : 0;
        boolean alike = chance < 1 && wrong <= (least >= LONG ? 1 : 0);
        return alike
                ? Math.min(1, chance * SUFFIX_FACTORS[more] * (1 + 4 * wrong) * vowelChance(one, other, least))
                : 1;
    }

    private static double consonantChance(long one, long other, int length, int mostSwapped) {
        double chance = 1;
        int swapped = 0;
        for (int at = 0; at < length; at++) {
            int mine = consonantAt(one, at);
            int theirs = consonantAt(other, at);
            if (GROUPS[mine] != GROUPS[theirs]) {
                return 1;
            }
            swapped += mine == theirs ? 0 : 1;
            chance *= mine == theirs ? SHARES[mine] : 2 * GROUP_SHARES[mine];
        }
        return swapped > mostSwapped ? 1 : chance;
    }

    private static double vowelChance(long one, long other, int slots) {
        double chance = 1;
        for (int slot = 0; slot < slots; slot++) {
            boolean open = (isAbjad(one) && vowelsAt(one, slot) == 0) || (isAbjad(other) && vowelsAt(other, slot) == 0);
            chance *= open ? 0.9 : 0.5;
        }
        return chance;
    }

    private static int countDisagreements(long one, long other, int slots) {
        int count = 0;
        for (int slot = 0; slot < Math.min(slots, MAX_VOWELS); slot++) {
            count += vowelsAgree(one, other, slot) ? 0 : 1;
        }
        return count;
    }

    private static boolean vowelsAgree(long one, long other, int slot) {
        int mine = vowelsAt(one, slot);
        int theirs = vowelsAt(other, slot);
        if (mine == 0 && theirs == 0) {
            return true;
        }
        if (mine == 0 || theirs == 0) {
            return isAbjad(mine == 0 ? one : other) || slot == 0;
        }
        return (mine & theirs) != 0;
    }
}
