package dev.tidings.producer.publish;

/**
 * How one input ended.
 *
 * @param uri the input
 * @param outcome how it ended
 * @param revision revision of the article; 0 when it was skipped
 * @param reason code, e.g. too_large; empty when published or unchanged
 * @param detail one line: cause and fix; empty when published or unchanged
 */
public record PublishOutcome(String uri, InputOutcome outcome, long revision, String reason, String detail) {

    /** The four ways for an input to end; a published one is new or revised. */
    public enum InputOutcome {
        /** Published for the first time. */
        PUBLISHED,
        /** Published again, since its content changed. */
        REVISED,
        /** Published before, with this content. */
        UNCHANGED,
        /** Skipped by rule. */
        SKIPPED,
        /** Kept among the dead letters. */
        DEAD_LETTERED
    }
}
