package dev.tidings.streams.analyse;

import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.boilerplate.LineSighting;
import dev.tidings.streams.boilerplate.MarkedArticle;
import dev.tidings.streams.boilerplate.SiteBoilerplate;
import dev.tidings.streams.extract.TextBlock;
import dev.tidings.streams.extract.TextBlockRole;
import java.util.Optional;

/**
 * Leaves out the boilerplate of the article's site, as far as it is known by now: the one stage whose result depends on
 * the articles before. An article without a URL has no site and stays as it is.
 */
final class BoilerplateStage implements Stage, StageStore {

    @Override
    public String name() {
        return "boilerplate";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String algorithm() {
        return SiteBoilerplate.VERSION;
    }

    @Override
    public StageFailure failure() {
        return StageFailure.ENRICH;
    }

    @Override
    public Optional<StageStore> store() {
        return Optional.of(this);
    }

    @Override
    public AnalysisState recall(AnalysisState state, BoilerplateIndex store) {
        return state.withKnownBoilerplate(sighting(state).flatMap(sighting -> store.hostBoilerplate(sighting.host())));
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        return sighting(before)
                .map(sighting -> SiteBoilerplate.mark(before.extraction(), before.knownBoilerplate(), sighting))
                .map(marked -> marked(before, marked))
                .orElse(before);
    }

    private static AnalysisState marked(AnalysisState before, MarkedArticle marked) {
        return before.withoutBoilerplate(marked.extraction(), marked.learned());
    }

    @Override
    public void remember(AnalysisState state, BoilerplateIndex store) {
        state.learnedBoilerplate()
                .ifPresent(learned -> sighting(state)
                        .ifPresent(sighting ->
                                new SiteBoilerplate(store).learnLines(sighting, state.knownBoilerplate(), learned)));
    }

    private static Optional<LineSighting> sighting(AnalysisState state) {
        return state.sourceUrl().host().map(host -> new LineSighting(host, state.revision(), state.time()));
    }

    @Override
    public String describe(AnalysisState after) {
        long marked = after.extraction().textBlocks().stream()
                .map(TextBlock::role)
                .filter(role -> role == TextBlockRole.BOILERPLATE)
                .count();
        return marked + " blocks, "
                + after.sourceUrl().host().map(host -> "site " + host).orElse("no site known");
    }
}
