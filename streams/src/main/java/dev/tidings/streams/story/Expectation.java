package dev.tidings.streams.story;

import dev.tidings.streams.enrich.name.CapitalNouns;

/** How much of what an article names would be met in another one of the same event, in another language. */
final class Expectation {

    private static final double MOST_OF_NAME = 5.5;
    private static final double BY_CONSONANT = 2.4;
    private static final double FIRST_CONSONANTS = 4.5;
    private static final double OF_CAPITALS = 0.6;
    private static final double OF_NOUNS = 0.25;
    private static final double OF_OTHERS = 0.1;
    private static final double OF_ENTITY = 0.7 * 3.7;
    private static final double OF_DAY = 0.6 * 4;
    private static final double OF_NUMBERS = 0.6;

    private Expectation() {}

    static double of(EventFeatures features) {
        double sum = features.entities().size() * OF_ENTITY + features.days().size() * OF_DAY;
        boolean capitalNouns = CapitalNouns.areIn(features.language());
        for (EventName name : features.names()) {
            double weight = BY_CONSONANT * name.sound().consonants().length() - FIRST_CONSONANTS;
            sum += share(name, capitalNouns) * Math.max(0, Math.min(MOST_OF_NAME, weight));
        }
        for (double number : features.numbers()) {
            sum += OF_NUMBERS * -Math.log(Commonness.ofNumber(number) / 1_000);
        }
        return sum;
    }

    private static double share(EventName name, boolean capitalNouns) {
        if (WordCase.of(name, capitalNouns) == WordCase.CAPITAL) {
            return OF_CAPITALS;
        }
        return Character.isUpperCase(name.surface().charAt(0)) ? OF_NOUNS : OF_OTHERS;
    }
}
