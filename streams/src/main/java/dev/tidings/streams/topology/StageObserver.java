package dev.tidings.streams.topology;

/**
 * Hears of what the stages do, to measure it. Nothing of it may come into any event. Its methods are called from the
 * threads of all stages, often, and have to return at once.
 */
public interface StageObserver {

    /** Hears nothing. */
    StageObserver NONE = new StageObserver() {};

    /** Hears how long one step takes for each record. */
    interface Step {

        /**
         * Takes the time of one record.
         *
         * @param nanos without what the steps after it took, in nanoseconds
         */
        void takeTime(long nanos);
    }

    /**
     * Returns who hears of one step.
     *
     * @param stage analyse, dedup or stories
     * @param step name of its processor
     */
    default Step observeStep(String stage, String step) {
        return nanos -> {};
    }

    /**
     * Hears that a stage has taken a record.
     *
     * @param timestamp record time in milliseconds since 1970
     */
    default void recordTaken(String stage, long timestamp) {}

    /** Hears of a dead letter. */
    default void deadLettered(String step, String reason) {}

    /**
     * Hears of a decision.
     *
     * @param verdict its name
     * @param published whether subscribers get the article
     * @param source of the article
     * @param timestamp when the broker took the article, in milliseconds since 1970
     */
    default void articleDecided(String verdict, boolean published, String source, long timestamp) {}

    /** Hears how many earlier articles were looked at to decide one. */
    default void candidatesCompared(long count) {}
}
