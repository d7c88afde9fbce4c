package dev.tidings.streams.enrich.name.rule;

/** Finds names in a text by the words around them. */
public interface NameRule {

    /** Adds the names it finds. */
    void apply(NameMap names);
}
