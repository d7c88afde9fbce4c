package dev.tidings.streams.duplicate;

import dev.tidings.text.fold.Fingerprint;

/**
 * What holders are found by.
 *
 * @param kind which of the three kinds
 * @param high more significant half of a fingerprint; 0 for the other kinds
 * @param low the key, or the less significant half of a fingerprint
 */
public record LookupKey(Kind kind, long high, long low) {

    /** Kinds of keys. The code stands in stored keys and never changes. */
    public enum Kind {
        /** Exact fingerprint. */
        EXACT('e'),
        /** Canonical address. */
        URL('u'),
        /** One shingle hash. */
        SHINGLE('s');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        /** Returns the byte that stands for this kind in a store. */
        public byte code() {
            return (byte) code;
        }
    }

    static LookupKey exact(Fingerprint fingerprint) {
        return new LookupKey(Kind.EXACT, fingerprint.high(), fingerprint.low());
    }

    static LookupKey url(long key) {
        return new LookupKey(Kind.URL, 0, key);
    }

    static LookupKey shingle(long key) {
        return new LookupKey(Kind.SHINGLE, 0, key);
    }
}
