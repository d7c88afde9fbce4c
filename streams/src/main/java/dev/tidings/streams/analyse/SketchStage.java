package dev.tidings.streams.analyse;

import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;

/** Makes the sketch by which duplicates are found. */
final class SketchStage implements Stage {

    @Override
    public String name() {
        return "sketch";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String algorithm() {
        return Sketcher.ALGORITHM;
    }

    @Override
    public StageFailure failure() {
        return StageFailure.ENRICH;
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        return before.withSketch(Sketcher.computeSketch(new SketchInput(
                before.title(),
                before.body(),
                before.wholeBody(),
                before.sourceUrl().canonical())));
    }

    @Override
    public String describe(AnalysisState after) {
        return after.sketch().exact().map(String::valueOf).orElse("no content");
    }
}
