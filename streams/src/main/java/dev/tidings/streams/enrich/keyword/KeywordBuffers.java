package dev.tidings.streams.enrich.keyword;

/** What keywords are counted in, kept by each thread: made anew it would be most of the memory that keywords take. */
final class KeywordBuffers {

    private static final int MAX_KEPT_TOKENS = 1 << 14;
    private static final ThreadLocal<KeywordBuffers> KEPT = ThreadLocal.withInitial(KeywordBuffers::new);

    final NeighbourCounts neighbours = new NeighbourCounts();
    final PhraseCounts phrases = new PhraseCounts();

    private KeywordBuffers() {}

    /** Returns those of this thread, or new ones for a text so long that they would grow. */
    static KeywordBuffers forTokens(int tokens) {
        return tokens <= MAX_KEPT_TOKENS ? KEPT.get() : new KeywordBuffers();
    }
}
