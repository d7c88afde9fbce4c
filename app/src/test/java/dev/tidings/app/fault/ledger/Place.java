package dev.tidings.app.fault.ledger;

/** Where a version of an article can end, exactly one for each. */
public enum Place {
    /** The enriched topic. */
    ENRICHED,
    /** A relation that says it is withheld as a copy. */
    SUPPRESSED,
    /** The dead letters. */
    DEAD
}
