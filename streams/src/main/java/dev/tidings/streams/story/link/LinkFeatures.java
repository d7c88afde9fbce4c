package dev.tidings.streams.story.link;

import dev.tidings.streams.story.feature.WordCase;
import dev.tidings.text.orthography.PackedSound;
import java.util.Arrays;

/**
 * What an article may have in common with articles of other languages, packed: its rarest names by their sounds,
 * entities, days and numbers. Immutable; made once, when the article comes.
 *
 * <p>A million of them are remembered, so the few lists share their arrays.
 */
public final class LinkFeatures {

    /** How many cases a name may have. */
    static final int CASES = WordCase.COUNT;

    private static final int COUNT_MASK = 0xff;

    private final int language;
    private final boolean capitals;
    /** Eight bits for each case. */
    private final int nameCounts;

    private final int expected;
    private final long[] names;
    /** Stems of the names, of 15 bits each: comparing articles is mostly looking for equal ones. */
    private final char[] stems;
    /** Entities, then days, then numbers. */
    private final int[] others;

    private final short firstDay;
    private final short firstNumber;
    /** Which of names, entities, days and numbers are keys, by their place in this order. */
    private final byte[] keys;

    LinkFeatures(Lists lists, int language, boolean capitals, int[] nameCounts, int expected) {
        this.language = language;
        this.capitals = capitals;
        this.nameCounts = packCounts(nameCounts);
        this.expected = expected;
        this.names = lists.names;
        this.stems = stemsOf(names);
        this.others = lists.joinOthers();
        this.firstDay = (short) lists.entities.length;
        this.firstNumber = (short) (lists.entities.length + lists.days.length);
        this.keys = lists.keys;
    }

    /** The lists of an article, taken as they are. */
    static final class Lists {
        long[] names = {};
        int[] entities = {};
        int[] days = {};
        int[] numbers = {};
        /** Places of the keys among names, entities, days and numbers in this order, unsigned. */
        byte[] keys = {};

        private int[] joinOthers() {
            int[] joined = Arrays.copyOf(entities, entities.length + days.length + numbers.length);
            System.arraycopy(days, 0, joined, entities.length, days.length);
            System.arraycopy(numbers, 0, joined, entities.length + days.length, numbers.length);
            return joined;
        }
    }

    /** Of more names than eight bits can count the rest says nothing more. */
    private static int packCounts(int[] counts) {
        int packed = 0;
        for (int wordCase = 0; wordCase < CASES; wordCase++) {
            packed |= Math.min(COUNT_MASK, counts[wordCase]) << (Byte.SIZE * wordCase);
        }
        return packed;
    }

    private static char[] stemsOf(long[] names) {
        char[] stems = new char[names.length];
        for (int name = 0; name < names.length; name++) {
            stems[name] = (char) PackedSound.stem(names[name]);
        }
        return stems;
    }

    /** Returns the hash of its language, see {@link LinkTerms#languageTerm}. */
    int language() {
        return language;
    }

    /** Returns whether its language marks names, and only names, by capitals. */
    public boolean hasCapitals() {
        return capitals;
    }

    /** Returns how many names the article has, those too that are not kept, by their case; 255 when there are more. */
    public int nameCount(int wordCase) {
        return (nameCounts >>> (Byte.SIZE * wordCase)) & COUNT_MASK;
    }

    /** Returns how many names the article has in all. */
    int nameCount() {
        int count = 0;
        for (int wordCase = 0; wordCase < CASES; wordCase++) {
            count += nameCount(wordCase);
        }
        return count;
    }

    /** Returns the weight that another article of its event would share with it, in {@link #EXPECTED_UNITS} of one. */
    public int expectedUnits() {
        return expected;
    }

    /** Units of {@link #expectedUnits} in a weight of one. */
    public static final int EXPECTED_UNITS = 16;

    double expectedWeight() {
        return (double) expected / EXPECTED_UNITS;
    }

    /** Returns how many names are kept. */
    public int keptNames() {
        return names.length;
    }

    /** Returns the sound of a kept name; they stand in the order of their stems. */
    public long nameAt(int name) {
        return names[name];
    }

    int stemAt(int name) {
        return stems[name];
    }

    /** Returns the entities, ascending, see {@link LinkTerms#entityTerm}. */
    public int[] entities() {
        return Arrays.copyOfRange(others, 0, firstDay);
    }

    /** Returns the days since 1970, ascending. */
    public int[] days() {
        return Arrays.copyOfRange(others, firstDay, firstNumber);
    }

    /** Returns the numbers, ascending, see {@link LinkTerms#numberTerm}. */
    public int[] numbers() {
        return Arrays.copyOfRange(others, firstNumber, others.length);
    }

    /** Returns how many hashes there are under which the article is found. */
    public int keyCount() {
        return keys.length;
    }

    /** Returns a hash under which the article is found, the rarest first. */
    public int keyAt(int key) {
        int place = keyPlaceAt(key);
        if (place < names.length) {
            return LinkTerms.nameKey(names[place]);
        }
        int other = place - names.length;
        return other >= firstDay && other < firstNumber ? LinkTerms.dayTerm(others[other]) : others[other];
    }

    /** Returns the place of a key among names, entities, days and numbers in this order. */
    int keyPlaceAt(int key) {
        return Byte.toUnsignedInt(keys[key]);
    }

    int[] sharedEntities(LinkFeatures other) {
        return SharedTerms.intersect(others, 0, firstDay, other.others, 0, other.firstDay);
    }

    int[] sharedDays(LinkFeatures other) {
        return SharedTerms.intersect(others, firstDay, firstNumber, other.others, other.firstDay, other.firstNumber);
    }

    int[] sharedNumbers(LinkFeatures other) {
        return SharedTerms.intersect(
                others, firstNumber, others.length, other.others, other.firstNumber, other.others.length);
    }

    /** Returns whether both name days, and none of the one is near one of the other. */
    boolean isFarApart(LinkFeatures other, int daysApart) {
        if (firstDay == firstNumber || other.firstDay == other.firstNumber) {
            return false;
        }
        for (int day = firstDay; day < firstNumber; day++) {
            for (int theirs = other.firstDay; theirs < other.firstNumber; theirs++) {
                if (Math.abs(others[day] - other.others[theirs]) <= daysApart) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkFeatures that
                && language == that.language
                && capitals == that.capitals
                && nameCounts == that.nameCounts
                && expected == that.expected
                && firstDay == that.firstDay
                && firstNumber == that.firstNumber
                && Arrays.equals(names, that.names)
                && Arrays.equals(others, that.others)
                && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names) * 31 + Arrays.hashCode(others);
    }

    @Override
    public String toString() {
        return names.length + " names, " + firstDay + " entities, " + (firstNumber - firstDay) + " days, "
                + (others.length - firstNumber) + " numbers";
    }
}
