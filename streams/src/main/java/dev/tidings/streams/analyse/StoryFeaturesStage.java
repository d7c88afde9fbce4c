package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.EnricherInput;
import dev.tidings.streams.enrich.TextAnnotations;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;

/** Makes the story features of the article; an article on which it fails goes on without a story. */
final class StoryFeaturesStage implements Stage {

    @Override
    public String name() {
        return "story";
    }

    @Override
    public int version() {
        return 5;
    }

    @Override
    public String algorithm() {
        return StoryFeatureBuilder.VERSION;
    }

    @Override
    public StageFailure failure() {
        return StageFailure.ENRICH;
    }

    @Override
    public boolean isOptional() {
        return true;
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        return before.withFeatures(featuresOf(before.enricherInput()));
    }

    static EventFeatures featuresOf(EnricherInput enricherInput) {
        TextAnnotations textAnnotations = enricherInput.textAnnotations();
        return StoryFeatureBuilder.buildFeatures(
                textAnnotations.tokens(),
                enricherInput.language().tag(),
                enricherInput.language().script(),
                textAnnotations.names(),
                textAnnotations.dates(),
                textAnnotations.prose()::isStopWord);
    }

    @Override
    public String describe(AnalysisState after) {
        return after.features().map(StoryFeaturesStage::describe).orElse("");
    }

    private static String describe(EventFeatures features) {
        return features.terms().size() + " terms, " + features.names().size() + " names, "
                + features.entities().size() + " known entities, "
                + features.days().size() + " days, " + features.numbers().size() + " numbers";
    }
}
