package dev.tidings.streams.dedup.index;

import dev.tidings.text.fold.Fingerprint;

/**
 * A key under which articles that may be duplicates of each other are indexed (a blocking key of record linkage): exact
 * fingerprint, URL, or one shingle hash.
 *
 * @param kind which of the three kinds
 * @param high more significant half of a fingerprint; 0 for the other kinds
 * @param low the key, or the less significant half of a fingerprint
 */
public record BlockingKey(Kind kind, long high, long low) {

    /** Kinds of keys. The code stands in stored keys and never changes. */
    public enum Kind {
        /** Exact fingerprint. */
        EXACT('e'),
        /** Canonical URL. */
        URL('u'),
        /** One shingle hash. */
        SHINGLE('s');

        private final char code;

        Kind(char code) {
            this.code = code;
        }

        /** Returns the byte that stands for this kind in a store. */
        public byte storeCode() {
            return (byte) code;
        }
    }

    public static BlockingKey ofFingerprint(Fingerprint fingerprint) {
        return new BlockingKey(Kind.EXACT, fingerprint.high(), fingerprint.low());
    }

    public static BlockingKey ofUrlKey(long key) {
        return new BlockingKey(Kind.URL, 0, key);
    }

    public static BlockingKey ofShingle(long key) {
        return new BlockingKey(Kind.SHINGLE, 0, key);
    }
}
