package dev.tidings.streams.analyse;

import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.streams.extract.BodyPositions;

/** Makes the sketch by which duplicates are found. */
final class SketchStage implements Stage {

    @Override
    public String name() {
        return "sketch";
    }

    @Override
    public int version() {
        return 4;
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
        Sketch sketch = Sketcher.computeSketch(new SketchInput(
                before.title(),
                before.body(),
                before.wholeBody(),
                before.sourceUrl().canonical(),
                before.language().tag()));
        BodyPositions positions = before.extraction().bodyPositions();
        return before.withSketch(sketch.movedTo(positions::inText));
    }

    @Override
    public String describe(AnalysisState after) {
        return after.sketch().exact().map(String::valueOf).orElse("no content");
    }
}
