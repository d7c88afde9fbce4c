package dev.tidings.streams.story;

import dev.tidings.streams.enrich.date.CalendarWords;

/** In how many of a thousand articles something is expected, before any were seen. */
final class Commonness {

    /** By the cases of two words that sound alike: of capitals it is hardly ever chance. */
    private static final double[][] NAMES = {{4, 30, 7}, {30, 40, 100}, {7, 100, 20}};

    private static final int COUNTRY_CODE = 2;
    private static final double OF_FEW = 60;

    private static final int[] NAME = {4, 20, 10};

    private Commonness() {}

    static double ofName(WordCase wordCase) {
        return NAME[wordCase.index()];
    }

    static double ofNames(WordCase one, WordCase other) {
        return NAMES[one.index()][other.index()];
    }

    /** Countries, months and weekdays are few, so that each is met more often than any one city, person or organisation. */
    static double ofEntity(String entity) {
        boolean ofFew = entity.length() == COUNTRY_CODE || CalendarWords.isName(entity);
        return ofFew ? OF_FEW : Anchor.Kind.ENTITY.expectedInThousand();
    }

    /** Small and round numbers are everywhere, and so is the year; the longer a number, the more it says. */
    static double ofNumber(double number) {
        if (number != Math.rint(number) || number <= 1) {
            return number < 100 ? 8 : 2;
        }
        if (number < 1_000) {
            return number < 32 ? 40 : number < 100 ? 20 : number % 100 == 0 ? 15 : 6;
        }
        if (number >= 1_800 && number <= 2_100) {
            return number < 1_990 ? 10 : 60;
        }
        return number % 1_000 == 0 ? 5 : 1.5;
    }
}
