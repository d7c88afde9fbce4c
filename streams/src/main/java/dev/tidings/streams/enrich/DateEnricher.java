package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.date.DateFinder;

/** Finds when the article says it was published, and the dates it speaks of. */
public final class DateEnricher implements Enricher {

    @Override
    public String name() {
        return "dates";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String algorithm() {
        return DateFinder.VERSION;
    }

    @Override
    public Annotation enrich(EnricherInput enricherInput) {
        TextAnnotations textAnnotations = enricherInput.textAnnotations();
        return new Annotation.Dates(textAnnotations.publishedDate(), textAnnotations.dates());
    }
}
