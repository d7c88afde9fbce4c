package dev.tidings.streams.extract;

/**
 * A stretch of a text, the white space after it included.
 *
 * @param start first UTF-16 unit
 * @param end unit after the last
 * @param role what it is
 */
public record Block(int start, int end, BlockRole role) {

    /** Refuses an empty stretch. */
    public Block {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a block spans at least one unit, was " + start + " to " + end);
        }
    }

    /** Returns what the block says: its characters without the white space around them. */
    public String content(String text) {
        return text.substring(start, end).strip();
    }

    Block as(BlockRole other) {
        return new Block(start, end, other);
    }
}
