package dev.tidings.streams.analyse;

import java.util.Optional;

/**
 * One step of understanding an article. Pure: equal states have equal results, whenever and wherever. Safe for use by
 * many threads. {@link AnalysisStages} holds them in their order.
 */
public interface Stage {

    /** Status of a stage that did its work. */
    String OK = "ok";

    /** Returns its name, as provenance, dead letters and the nodes of the topology carry it: lower case, one word. */
    String name();

    /**
     * Returns the version of its results, from 1. It only grows: a greater one says that the same article may come out
     * otherwise.
     */
    int version();

    /**
     * Returns the label of its algorithm and data, e.g. {@code charset-cascade/2}; all of them where it has several.
     */
    String algorithm();

    /**
     * Returns the label of the algorithm that an article went through.
     *
     * @param after the article after this stage
     */
    default String algorithm(AnalysisState after) {
        return algorithm();
    }

    /** Returns the kind of failure when it refuses an article by rule. */
    StageFailure failure();

    /** Returns whether an article on which it fails goes on without its result. */
    default boolean isOptional() {
        return false;
    }

    /** Returns the store it asks for; empty for most. */
    default Optional<StageStore> store() {
        return Optional.empty();
    }

    /**
     * Returns the article with the result of this stage.
     *
     * @param before the article after all stages before this one
     * @throws dev.tidings.streams.RejectedInputException when no article can be made of the input, and never will
     */
    AnalysisState apply(AnalysisState before);

    /**
     * Returns in a few words what it found, for people.
     *
     * @param after an article right after this stage, which succeeded
     */
    String describe(AnalysisState after);

    /**
     * Returns in a few words what it found, or why it found nothing, for people.
     *
     * @param after an article right after {@link #run}
     */
    default String found(AnalysisState after) {
        String status = after.lastStatus();
        return status.equals(OK) ? describe(after) : "left empty: " + status;
    }

    /**
     * Applies the stage and adds it to the provenance of the article. What an optional stage throws, apart from running
     * out of memory and the like, becomes the reason in the provenance.
     *
     * @throws dev.tidings.streams.RejectedInputException when no article can be made of the input, and never will
     */
    default AnalysisState run(AnalysisState before) {
        try {
            AnalysisState after = apply(before);
            return after.passed(new StageProvenance(name(), algorithm(after), OK));
        } catch (RuntimeException | StackOverflowError e) {
            if (!isOptional()) {
                throw e;
            }
            // Whatever it trips over in the text of the world, the article is worth more than this one result.
            return before.passed(
                    new StageProvenance(name(), algorithm(), e.getClass().getSimpleName()));
        }
    }
}
