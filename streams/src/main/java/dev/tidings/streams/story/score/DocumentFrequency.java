package dev.tidings.streams.story.score;

import dev.tidings.streams.enrich.date.CalendarWords;
import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.feature.WordCase;

/** The expected document frequency of a term, in articles of a thousand, before any were indexed. */
final class DocumentFrequency {

    private static final int COUNTRY_CODE = 2;

    private DocumentFrequency() {}

    static double ofName(WordCase wordCase) {
        return PairScoreParameters.nameFrequency(wordCase.tableIndex());
    }

    static double ofNames(WordCase one, WordCase other) {
        return PairScoreParameters.namePairFrequency(one.tableIndex(), other.tableIndex());
    }

    /**
     * Countries, months and weekdays are few, so that each is met more often than any one city, person or organisation.
     */
    static double ofEntity(String entity) {
        boolean ofFew = entity.length() == COUNTRY_CODE || CalendarWords.isName(entity);
        return ofFew ? PairScoreParameters.COMMON_ENTITY_FREQUENCY : StoryTerm.Kind.ENTITY.expectedInThousand();
    }

    /** Small and round numbers are everywhere, and so is the year; the longer a number, the more it says. */
    static double ofNumber(double number) {
        if (number != Math.rint(number) || number <= 1) {
            return number < PairScoreParameters.LARGE_FRACTION_THRESHOLD
                    ? PairScoreParameters.FRACTION_FREQUENCY
                    : PairScoreParameters.LARGE_FRACTION_FREQUENCY;
        }
        if (number < PairScoreParameters.THOUSAND_THRESHOLD) {
            return ofUpToThreeDigits(number);
        }
        if (number >= PairScoreParameters.MIN_YEAR && number <= PairScoreParameters.MAX_YEAR) {
            return number < PairScoreParameters.RECENT_YEAR_THRESHOLD
                    ? PairScoreParameters.PAST_YEAR_FREQUENCY
                    : PairScoreParameters.RECENT_YEAR_FREQUENCY;
        }
        return number % 1_000 == 0
                ? PairScoreParameters.ROUND_THOUSAND_FREQUENCY
                : PairScoreParameters.LARGE_NUMBER_FREQUENCY;
    }

    private static double ofUpToThreeDigits(double number) {
        if (number < PairScoreParameters.HUNDRED_THRESHOLD) {
            return number < PairScoreParameters.MONTH_DAY_THRESHOLD
                    ? PairScoreParameters.MONTH_DAY_FREQUENCY
                    : PairScoreParameters.TWO_DIGITS_FREQUENCY;
        }
        return number % 100 == 0
                ? PairScoreParameters.ROUND_HUNDRED_FREQUENCY
                : PairScoreParameters.THREE_DIGITS_FREQUENCY;
    }
}
