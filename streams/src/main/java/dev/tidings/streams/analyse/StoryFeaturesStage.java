package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.Reading;
import dev.tidings.streams.enrich.Subject;
import dev.tidings.streams.story.EventFeatures;
import dev.tidings.streams.story.FeatureReader;

/** Reads what tells the article's event, for the story stage; an article on which it fails goes on without a story. */
final class StoryFeaturesStage implements Stage {

    @Override
    public String name() {
        return "story";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String algorithm() {
        return FeatureReader.VERSION;
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
        Subject subject = before.subject();
        Reading reading = subject.reading();
        return before.withFeatures(FeatureReader.read(
                reading.tokens(),
                subject.language().tag(),
                subject.language().script(),
                reading.names(),
                reading.dates(),
                reading.prose()::isStopWord));
    }

    @Override
    public String describe(AnalysisState after) {
        return after.features().map(StoryFeaturesStage::describe).orElse("");
    }

    private static String describe(EventFeatures features) {
        return features.names().size() + " names, " + features.entities().size() + " known entities, "
                + features.days().size() + " days, " + features.numbers().size() + " numbers";
    }
}
