package dev.tidings.app.fault.ledger;

/**
 * A version of an article as it was offered to the publisher, and how it has to end.
 *
 * @param uri of the article
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param ending where it has to end
 * @param partner uri of the other one of a pair; empty where there is none
 */
public record Planned(String uri, String sha256, Ending ending, String partner) {

    /** Where a version has to end. */
    public enum Ending {
        /** In the enriched topic: it is alike to none. */
        PUBLISHED,
        /** Itself or its partner is suppressed, whichever is decided later, and the other one is published. */
        ONE_OF_A_PAIR,
        /** Published or suppressed, as the stage decides. */
        EITHER,
        /** Among the dead letters. */
        DEAD
    }

    String content() {
        return contentOf(uri, sha256);
    }

    static String contentOf(String uri, String sha256) {
        return uri + " " + sha256;
    }
}
