package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.name.NameFinder;

/** Finds the people, organisations and places the article names. */
public final class NamedEntityEnricher implements Enricher {

    @Override
    public String name() {
        return "names";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String algorithm() {
        return NameFinder.VERSION;
    }

    @Override
    public Annotation enrich(EnricherInput enricherInput) {
        return new Annotation.Names(enricherInput.textAnnotations().names());
    }
}
