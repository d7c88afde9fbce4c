package dev.tidings.streams.story.score;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.EventName;
import dev.tidings.streams.story.feature.WordCase;

/** How much of what an article names would be met in another one of the same event, in another language. */
final class ExpectedOverlap {

    private ExpectedOverlap() {}

    static double expectationOf(EventFeatures features) {
        double sum = features.entities().size() * PairScoreParameters.EXPECTED_ENTITY_WEIGHT
                + features.days().size() * PairScoreParameters.EXPECTED_DAY_WEIGHT;
        boolean capitalNouns = CapitalNouns.areIn(features.language());
        for (EventName name : features.names()) {
            double weight = PairScoreParameters.CONSONANT_WEIGHT
                            * name.sound().consonants().length()
                    - PairScoreParameters.FREE_CONSONANTS_WEIGHT;
            sum += shareOf(name, capitalNouns) * Math.max(0, Math.min(PairScoreParameters.MAX_NAME_WEIGHT, weight));
        }
        for (double number : features.numbers()) {
            sum += PairScoreParameters.NUMBER_SHARE * -Math.log(DocumentFrequency.ofNumber(number) / 1_000);
        }
        return sum;
    }

    private static double shareOf(EventName name, boolean capitalNouns) {
        if (WordCase.of(name, capitalNouns) == WordCase.CAPITAL) {
            return PairScoreParameters.CAPITAL_NAME_SHARE;
        }
        return Character.isUpperCase(name.surface().charAt(0))
                ? PairScoreParameters.NOUN_SHARE
                : PairScoreParameters.OTHER_WORD_SHARE;
    }
}
