package dev.tidings.streams.enrich;

/** Finds one thing out about articles. Pure: equal articles have equal findings. Safe for use by many threads. */
public interface Enricher {

    /** Returns the name of the step, for the provenance. */
    String name();

    /** Returns the version of its findings, from 1. It only grows: a greater one says that the same article may have others. */
    int version();

    /** Returns the label of algorithm and data, for the provenance. */
    String algorithm();

    /** Returns what was found. A failure leaves the finding out and the article goes on. */
    Annotation enrich(EnricherInput enricherInput);
}
