package dev.tidings.text.language;

import java.util.List;

/**
 * The languages of a page of several blocks.
 *
 * @param page the language of the page: blocks vote with their length times their probability, {@code und} blocks do
 *     not vote; the probability is the winner's share of the votes
 * @param blocks the answer for every block, in the order given. A block that is {@code und} (a caption, a date line)
 *     may be taken to be in the page's language
 * @param secondShare share of the votes, 0 to 1, that went to the second language
 */
public record PageIdentification(Identification page, List<Identification> blocks, double secondShare) {
    private static final double MIXED = 0.2;

    /** Keeps a copy of the blocks; refuses a share outside 0 to 1. */
    public PageIdentification {
        blocks = List.copyOf(blocks);
        if (!(secondShare >= 0 && secondShare <= 1)) {
            throw new IllegalArgumentException("The second language's share is not within 0..1: " + secondShare);
        }
    }

    /** Returns whether a fifth of the page or more is in a second language. */
    public boolean isMixed() {
        return secondShare >= MIXED;
    }
}
