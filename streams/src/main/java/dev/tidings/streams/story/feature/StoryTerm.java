package dev.tidings.streams.story.feature;

import dev.tidings.streams.story.PairScoreParameters;

/**
 * A term of the story index.
 *
 * @param kind kind
 * @param key the term itself; equal across languages, but for words
 */
public record StoryTerm(Kind kind, String key) {

    // Looked up a thousand times for an article: what a record makes by itself takes longer.
    @Override
    public int hashCode() {
        return 31 * key.hashCode() + kind.name().hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoryTerm that && kind == that.kind && key.equals(that.key);
    }

    /** Kinds of terms, with how often one is expected in a thousand articles before any were indexed. */
    public enum Kind {
        /** Sound of a name's word. */
        NAME(PairScoreParameters.NAME_FREQUENCY),
        /** Known country, person, organisation or place, or a month or weekday. */
        ENTITY(PairScoreParameters.ENTITY_FREQUENCY),
        /** Day. */
        DAY(PairScoreParameters.DAY_FREQUENCY),
        /** Number. */
        NUMBER(PairScoreParameters.NUMBER_FREQUENCY),
        /** Word of one language. */
        WORD(PairScoreParameters.WORD_FREQUENCY);

        private final int expected;

        Kind(int expected) {
            this.expected = expected;
        }

        public int expectedInThousand() {
            return expected;
        }
    }
}
