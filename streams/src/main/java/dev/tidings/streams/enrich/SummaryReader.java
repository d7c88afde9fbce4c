package dev.tidings.streams.enrich;

import dev.tidings.streams.enrich.digest.Summarizer;

/** Sums the article up in two of its sentences. */
public final class SummaryReader implements Enricher {

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
    public Finding enrich(Subject subject) {
        Reading reading = subject.reading();
        return new Finding.Summary(Summarizer.summarise(reading.prose(), reading::isBody));
    }
}
