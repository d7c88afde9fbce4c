package dev.tidings.streams.enrich.name;

/** Finds names by the words around them. */
interface NameRule {

    /** Adds what it finds. */
    void apply(NameMap names);
}
