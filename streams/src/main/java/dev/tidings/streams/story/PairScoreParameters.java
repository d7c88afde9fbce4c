package dev.tidings.streams.story;

/**
 * Every number by which two articles of different languages are scored as telling of one event.
 *
 * <p>Units: a <em>frequency</em> is in how many of a thousand articles something is expected before any were seen. A
 * <em>weight</em> is a natural logarithm of an inverse share of articles, so 4 is one article in 55. A <em>logit</em>
 * is the natural logarithm of odds.
 *
 * <p>Origin: the two {@link PairWeights} were fitted by logistic regression on parallel texts with unrelated news;
 * {@code tidings eval fit-stories} fits them anew and tells the difference. All others were chosen by hand on the same
 * texts.
 */
public final class PairScoreParameters {

    /** Pairs of two languages that both mark names by capitals. */
    public static final PairWeights CAPITALS = new PairWeights(-10.4, 32.0, -0.1);

    /** Pairs of two languages in one of which any word may be a name. */
    public static final PairWeights ANY_WORD = new PairWeights(-14.5, 31.9, 0.57);

    /** Weight of a day that both name. */
    public static final double DAY_WEIGHT = 4;

    /** Days between the nearest days of two articles, above which they tell of different events. */
    public static final int FAR_APART_THRESHOLD = 7;

    /** Factor, 0 to 1, of what such articles share. */
    public static final double FAR_APART_FACTOR = 0.3;

    /** Weight added to what each could share, so that one shared thing of two poor articles is not everything. */
    public static final double ADDED_EXPECTED = 5;

    /** Count added to the names of each, so that the chance of articles with hardly any is finite. */
    public static final int ADDED_NAMES = 10;

    /**
     * Count of articles that are assumed before the first comes, so that the first stories are not grouped by chance.
     */
    public static final double ASSUMED_ARTICLES = 1_000;

    /** Count of articles that are assumed of a language before the first comes, with every term as often as in all. */
    public static final double ASSUMED_OF_LANGUAGE = 100;

    /** Words of another article that are tried for each name. */
    public static final int TRIED_WORDS = 100;

    /**
     * Factor by which names agree by chance more often than independent consonants would; measured on unrelated news.
     */
    public static final double CHANCE_FACTOR = 3;

    /** Frequency of a known person, organisation, city or place. */
    public static final int ENTITY_FREQUENCY = 25;

    /** Frequency of a country, month or weekday: they are few, so each is met more often. */
    public static final double COMMON_ENTITY_FREQUENCY = 60;

    /** Frequency of a day. */
    public static final int DAY_FREQUENCY = 2;

    /** Frequency of a number whose value is not known. */
    public static final int NUMBER_FREQUENCY = 6;

    /** Number from which a fraction is large. */
    public static final double LARGE_FRACTION_THRESHOLD = 100;

    /** Frequency of a fraction, or of a share of one. */
    public static final double FRACTION_FREQUENCY = 8;

    /** Frequency of a large fraction. */
    public static final double LARGE_FRACTION_FREQUENCY = 2;

    /** Number below which it may be a day of the month. */
    public static final double MONTH_DAY_THRESHOLD = 32;

    /** Frequency of a whole number that may be a day of the month. */
    public static final double MONTH_DAY_FREQUENCY = 40;

    /** Number from which it has three digits. */
    public static final double HUNDRED_THRESHOLD = 100;

    /** Frequency of any other number of two digits. */
    public static final double TWO_DIGITS_FREQUENCY = 20;

    /** Number from which it has four digits. */
    public static final double THOUSAND_THRESHOLD = 1_000;

    /** Frequency of a number of three digits that is a multiple of a hundred. */
    public static final double ROUND_HUNDRED_FREQUENCY = 15;

    /** Frequency of any other number of three digits. */
    public static final double THREE_DIGITS_FREQUENCY = 6;

    /** First number that is taken for a year. */
    public static final double MIN_YEAR = 1_800;

    /** Last number that is taken for a year. */
    public static final double MAX_YEAR = 2_100;

    /** First year that is taken for recent. */
    public static final double RECENT_YEAR_THRESHOLD = 1_990;

    /** Frequency of a year before those. */
    public static final double PAST_YEAR_FREQUENCY = 10;

    /** Frequency of a recent year. */
    public static final double RECENT_YEAR_FREQUENCY = 60;

    /** Frequency of a larger number that is a multiple of a thousand. */
    public static final double ROUND_THOUSAND_FREQUENCY = 5;

    /** Frequency of any other large number. */
    public static final double LARGE_NUMBER_FREQUENCY = 1.5;

    /** Most weight expected of one name. */
    public static final double MAX_NAME_WEIGHT = 5.5;

    /** Weight expected of a name for each consonant of its sound. */
    public static final double CONSONANT_WEIGHT = 2.4;

    /** Weight that the consonants of a name do not count, which any name has. */
    public static final double FREE_CONSONANTS_WEIGHT = 4.5;

    /** Share, 0 to 1, of names in capitals that another article of the event has too. */
    public static final double CAPITAL_NAME_SHARE = 0.6;

    /** The same of words in capitals where every noun has one. */
    public static final double NOUN_SHARE = 0.25;

    /** The same of all other words. */
    public static final double OTHER_WORD_SHARE = 0.1;

    /** Weight expected of a known entity: seven in ten are met, each of frequency {@link #ENTITY_FREQUENCY}. */
    public static final double EXPECTED_ENTITY_WEIGHT = 0.7 * 3.7;

    /** Weight expected of a day: six in ten are met. */
    public static final double EXPECTED_DAY_WEIGHT = 0.6 * 4;

    /** Share, 0 to 1, of numbers that another article of the event has too. */
    public static final double NUMBER_SHARE = 0.6;

    /** Frequencies of names by how the word is written: capital, small letter, without capitals, German noun. */
    private static final int[] NAME_FREQUENCIES = {4, 20, 10, 20};

    /** The same of two words that sound alike: of capitals it is hardly ever chance. */
    private static final double[][] NAME_PAIR_FREQUENCIES = {
        {4, 30, 7, 30}, {30, 40, 100, 40}, {7, 100, 20, 100}, {30, 40, 100, 40}
    };

    /** Shares of names that another article of the event has too, by how they are written. */
    private static final double[] NAME_SHARES = {CAPITAL_NAME_SHARE, OTHER_WORD_SHARE, OTHER_WORD_SHARE, NOUN_SHARE};

    private PairScoreParameters() {}

    /**
     * Returns the frequency of a name.
     *
     * @param wordCase how it is written: 0 in capitals, 1 in small letters, 2 in a script without capitals, 3 as a noun
     *     of a language that writes all nouns with capitals
     */
    public static double nameFrequency(int wordCase) {
        return NAME_FREQUENCIES[wordCase];
    }

    /**
     * Returns the frequency of a name that sounds like another one.
     *
     * @param one how the one is written, as above
     * @param other how the other is written
     */
    public static double namePairFrequency(int one, int other) {
        return NAME_PAIR_FREQUENCIES[one][other];
    }

    /**
     * Returns the share, 0 to 1, of such names that another article of the event has too.
     *
     * @param wordCase how they are written, as above
     */
    public static double nameShare(int wordCase) {
        return NAME_SHARES[wordCase];
    }
}
