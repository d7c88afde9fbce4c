package dev.tidings.streams.dedup.index;

import java.time.Duration;

/**
 * How far apart in raw time two articles may be to be compared, and so for how long they stay in the index.
 *
 * @param near for similar texts, at least one day
 * @param exact for equal texts, addresses and revisions, not shorter than near
 */
public record DedupWindows(Duration near, Duration exact) {

    /** 7 days and 30 days. */
    public static final DedupWindows DEFAULT = new DedupWindows(Duration.ofDays(7), Duration.ofDays(30));

    /** Refuses windows below a day or in the wrong order. */
    public DedupWindows {
        if (near.compareTo(Duration.ofDays(1)) < 0 || exact.compareTo(near) < 0) {
            throw new IllegalArgumentException(
                    "windows must be at least one day, and exact not below near; were " + near + " and " + exact);
        }
    }

    public long millis(Window window) {
        return switch (window) {
            case NEAR -> near.toMillis();
            case EXACT -> exact.toMillis();
        };
    }

    /** Which of the two. The code stands in stored keys and never changes. */
    public enum Window {
        /** For similar texts. */
        NEAR('n'),
        /** For equal texts, addresses and revisions. */
        EXACT('e');

        private final char code;

        Window(char code) {
            this.code = code;
        }

        /** Returns the byte that stands for this window in a store. */
        public byte storeCode() {
            return (byte) code;
        }
    }
}
