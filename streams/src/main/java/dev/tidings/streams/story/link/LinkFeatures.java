package dev.tidings.streams.story.link;

import dev.tidings.streams.story.feature.WordCase;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What an article may have in common with articles of other languages, packed: its rarest names by their sounds,
 * entities, days and numbers. Immutable; made once, when the article comes.
 */
public final class LinkFeatures {

    /** How many cases a name may have. */
    static final int CASES = WordCase.COUNT;

    private final boolean capitals;
    private final int[] nameCounts;
    private final int allNames;
    private final int expected;
    private final long[] names;
    private final int[] stems;
    private final int[] entities;
    private final int[] days;
    private final int[] numbers;
    private final int[] keys;

    LinkFeatures(Lists lists, boolean capitals, int[] nameCounts, int expected) {
        this.capitals = capitals;
        this.nameCounts = nameCounts;
        this.allNames = Arrays.stream(nameCounts).sum();
        this.expected = expected;
        this.names = lists.names;
        this.stems = SharedTerms.stemsOf(names);
        this.entities = lists.entities;
        this.days = lists.days;
        this.numbers = lists.numbers;
        this.keys = lists.keys;
    }

    /** The lists of an article, taken as they are. */
    static final class Lists {
        long[] names = {};
        int[] entities = {};
        int[] days = {};
        int[] numbers = {};
        int[] keys = {};

        /** Returns the key of each name, entity, day and number. */
        int[] keyTerms() {
            return Stream.of(
                            LongStream.of(names).mapToInt(LinkTerms::nameKey),
                            Arrays.stream(entities),
                            Arrays.stream(days).map(LinkTerms::dayTerm),
                            Arrays.stream(numbers))
                    .flatMapToInt(terms -> terms)
                    .toArray();
        }
    }

    /** Returns whether its language marks names, and only names, by capitals. */
    public boolean hasCapitals() {
        return capitals;
    }

    /** Returns how many names the article has, those too that are not kept, by their case. */
    public int nameCount(int wordCase) {
        return nameCounts[wordCase];
    }

    /** Returns how many names the article has in all. */
    int nameCount() {
        return allNames;
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
        return entities.clone();
    }

    /** Returns the days since 1970, ascending. */
    public int[] days() {
        return days.clone();
    }

    /** Returns the numbers, ascending, see {@link LinkTerms#numberTerm}. */
    public int[] numbers() {
        return numbers.clone();
    }

    /** Returns the hashes under which the article is found. */
    public int[] keys() {
        return keys.clone();
    }

    /** Returns the key of each name, entity, day and number: those of {@link #keys} are among them. */
    int[] keyTerms() {
        Lists lists = new Lists();
        lists.names = names;
        lists.entities = entities;
        lists.days = days;
        lists.numbers = numbers;
        return lists.keyTerms();
    }

    int[] sharedEntities(LinkFeatures other) {
        return SharedTerms.intersect(entities, other.entities);
    }

    int[] sharedDays(LinkFeatures other) {
        return SharedTerms.intersect(days, other.days);
    }

    int[] sharedNumbers(LinkFeatures other) {
        return SharedTerms.intersect(numbers, other.numbers);
    }

    /** Returns whether both name days, and none of the one is near one of the other. */
    boolean isFarApart(LinkFeatures other, int daysApart) {
        if (days.length == 0 || other.days.length == 0) {
            return false;
        }
        for (int day : days) {
            for (int theirs : other.days) {
                if (Math.abs(day - theirs) <= daysApart) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkFeatures that
                && capitals == that.capitals
                && expected == that.expected
                && Arrays.equals(nameCounts, that.nameCounts)
                && Arrays.equals(names, that.names)
                && Arrays.equals(entities, that.entities)
                && Arrays.equals(days, that.days)
                && Arrays.equals(numbers, that.numbers)
                && Arrays.equals(keys, that.keys);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(names) * 31 + Arrays.hashCode(entities);
    }

    @Override
    public String toString() {
        return names.length + " names, " + entities.length + " entities, " + days.length + " days, " + numbers.length
                + " numbers";
    }
}
