package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.keyword.KeywordFinder;

/** Finds the words and phrases the article is about. */
public final class KeywordEnricher implements Enricher {

    @Override
    public String name() {
        return "keywords";
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String algorithm() {
        return KeywordFinder.VERSION;
    }

    @Override
    public Annotation enrich(EnricherInput enricherInput) {
        return new Annotation.Keywords(
                KeywordFinder.findKeywords(enricherInput.textAnnotations().prose()));
    }
}
