package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.date.DateFinder;

/** Finds when the article says it was published, and the dates it speaks of. */
public final class DateReader implements Enricher {

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
    public Finding enrich(Subject subject) {
        Reading reading = subject.reading();
        return new Finding.Dates(reading.published(), reading.dates());
    }
}
