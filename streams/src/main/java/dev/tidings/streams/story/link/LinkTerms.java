package dev.tidings.streams.story.link;

import dev.tidings.streams.enrich.date.CalendarWords;
import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.TermHash;
import dev.tidings.text.orthography.PackedSound;
import java.util.Arrays;

/**
 * Entities, days, numbers and names as hashes that agree across languages. The last bits of an entity and of a number
 * say how often the like is expected.
 */
final class LinkTerms {

    private static final int COUNTRY_CODE = 2;
    private static final double THOUSAND = 1_000;
    private static final int NUMBER_CLASS_MASK = 15;
    private static final int NAME_KEY_CONSONANTS = 5;
    private static final int DAY_SEED = 0x3C6EF372;

    /** Frequencies of numbers, by the class in the last bits of their hash. */
    private static final double[] NUMBER_FREQUENCIES = {
        PairScoreParameters.FRACTION_FREQUENCY,
        PairScoreParameters.LARGE_FRACTION_FREQUENCY,
        PairScoreParameters.MONTH_DAY_FREQUENCY,
        PairScoreParameters.TWO_DIGITS_FREQUENCY,
        PairScoreParameters.ROUND_HUNDRED_FREQUENCY,
        PairScoreParameters.THREE_DIGITS_FREQUENCY,
        PairScoreParameters.PAST_YEAR_FREQUENCY,
        PairScoreParameters.RECENT_YEAR_FREQUENCY,
        PairScoreParameters.ROUND_THOUSAND_FREQUENCY,
        PairScoreParameters.LARGE_NUMBER_FREQUENCY
    };

    private static final double[] NUMBER_WEIGHTS = Arrays.stream(NUMBER_FREQUENCIES)
            .map(frequency -> -StrictMath.log(frequency / THOUSAND))
            .toArray();

    private LinkTerms() {}

    /**
     * Countries, months and weekdays are few, so that each is met more often than any one city, person or organisation.
     */
    static int entityTerm(String entity) {
        boolean ofFew = entity.length() == COUNTRY_CODE || CalendarWords.isName(entity);
        return (TermHash.hashTerm("entity", entity) & ~1) | (ofFew ? 1 : 0);
    }

    static double entityFrequency(int entity) {
        return (entity & 1) != 0 ? PairScoreParameters.COMMON_ENTITY_FREQUENCY : PairScoreParameters.ENTITY_FREQUENCY;
    }

    static int numberTerm(double number) {
        return (TermHash.spreadBits(Double.hashCode(number)) & ~NUMBER_CLASS_MASK) | numberClass(number);
    }

    static double numberFrequency(int number) {
        return NUMBER_FREQUENCIES[number & NUMBER_CLASS_MASK];
    }

    /** Returns the weight of a number by its frequency alone. */
    static double usualNumberWeight(int number) {
        return NUMBER_WEIGHTS[number & NUMBER_CLASS_MASK];
    }

    /** Small and round numbers are everywhere, and so is the year; the longer a number, the more it says. */
    private static int numberClass(double number) {
        if (number != Math.rint(number) || number <= 1) {
            return number < PairScoreParameters.LARGE_FRACTION_THRESHOLD ? 0 : 1;
        }
        if (number < PairScoreParameters.THOUSAND_THRESHOLD) {
            return classUpToThreeDigits(number);
        }
        if (number >= PairScoreParameters.MIN_YEAR && number <= PairScoreParameters.MAX_YEAR) {
            return number < PairScoreParameters.RECENT_YEAR_THRESHOLD ? 6 : 7;
        }
        return number % 1_000 == 0 ? 8 : 9;
    }

    private static int classUpToThreeDigits(double number) {
        if (number < PairScoreParameters.HUNDRED_THRESHOLD) {
            return number < PairScoreParameters.MONTH_DAY_THRESHOLD ? 2 : 3;
        }
        return number % 100 == 0 ? 4 : 5;
    }

    /** Returns the term under which articles of a language are counted. */
    static int languageTerm(String language) {
        return TermHash.hashTerm("language", language);
    }

    /** Returns the term under which a name, entity or number is counted in one language. */
    static int termIn(int languageTerm, int term) {
        return TermHash.spreadBits(term ^ languageTerm);
    }

    static int dayTerm(int day) {
        return TermHash.spreadBits(day ^ DAY_SEED);
    }

    /** Names that differ in vowels only are one term. */
    static int nameTerm(long name) {
        long consonants = PackedSound.consonants(name);
        return TermHash.spreadBits((int) (consonants ^ (consonants >>> Integer.SIZE)) + 1);
    }

    /** Returns the key under which a name is found: languages write some consonants for one another. */
    static int nameKey(long name) {
        return TermHash.spreadBits(PackedSound.groupPrefix(name, NAME_KEY_CONSONANTS));
    }
}
