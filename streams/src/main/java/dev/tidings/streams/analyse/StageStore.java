package dev.tidings.streams.analyse;

import dev.tidings.streams.boilerplate.BoilerplateIndex;

/**
 * The store of a stage that remembers something from one article to the next. The stage's own function stays pure: what
 * is known is put into the state before it, and what it learned is taken from the state after it. A failure of the
 * store is no article's fault, so whoever runs the stage lets it through.
 */
public interface StageStore {

    /** Returns the name of the store among those of the analysis, e.g. {@code boilerplate}. */
    String name();

    /** Returns the state with what the store knows about the article. Changes nothing in the store. */
    AnalysisState recall(AnalysisState state, BoilerplateIndex store);

    /** Puts into the store what the stage has learned from the article. */
    void remember(AnalysisState state, BoilerplateIndex store);
}
