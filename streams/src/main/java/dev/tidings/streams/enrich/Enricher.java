package dev.tidings.streams.enrich;

/**
 * Makes one kind of annotation of articles. Pure: equal articles get equal annotations. Safe for use by many threads.
 */
public interface Enricher {

    /** Returns the name of the step, for the provenance. */
    String name();

    /**
     * Returns the version of its annotations, from 1. It only grows: a greater one says that the same article may get
     * others.
     */
    int version();

    /** Returns the label of algorithm and data, for the provenance. */
    String algorithm();

    /** Returns the annotation of an article. When it fails, the article goes on without the annotation. */
    Annotation enrich(EnricherInput enricherInput);
}
