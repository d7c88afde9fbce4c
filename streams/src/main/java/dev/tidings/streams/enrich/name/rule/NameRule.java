package dev.tidings.streams.enrich.name.rule;

/** Finds names by the words around them. */
public interface NameRule {

    /** Adds what it finds. */
    void apply(NameMap names);
}
