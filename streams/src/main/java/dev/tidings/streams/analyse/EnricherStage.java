package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.Enricher;

/** Runs one enricher; an article on which it fails goes on without its annotation. */
final class EnricherStage implements Stage {

    private final Enricher enricher;

    EnricherStage(Enricher enricher) {
        this.enricher = enricher;
    }

    @Override
    public String name() {
        return enricher.name();
    }

    @Override
    public int version() {
        return enricher.version();
    }

    @Override
    public String algorithm() {
        return enricher.algorithm();
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
        return before.withAnnotation(enricher.enrich(before.enricherInput()));
    }

    /** Describes the newest annotation, which is this enricher's, since enrichers append theirs. */
    @Override
    public String describe(AnalysisState after) {
        return AnnotationSummary.of(after.annotations().get(after.annotations().size() - 1));
    }
}
