package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.summary.Summarizer;

/** Sums the article up in two of its sentences. */
public final class SummaryEnricher implements Enricher {

    @Override
    public String name() {
        return "summary";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String algorithm() {
        return Summarizer.VERSION;
    }

    @Override
    public Annotation enrich(EnricherInput enricherInput) {
        TextAnnotations textAnnotations = enricherInput.textAnnotations();
        return new Annotation.Summary(Summarizer.summarise(textAnnotations.prose(), textAnnotations::isBody));
    }
}
