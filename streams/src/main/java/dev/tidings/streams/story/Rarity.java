package dev.tidings.streams.story;

/**
 * How much an anchor says: the logarithm of the inverse share of articles that have it, as learnt in the order of the
 * desk, with a thousand imagined articles to begin with so that the first stories are not judged by chance.
 */
final class Rarity {

    private static final double IMAGINED = 1_000;

    private final StoryMemory memory;

    Rarity(StoryMemory memory) {
        this.memory = memory;
    }

    double of(Anchor anchor) {
        double articles = IMAGINED + memory.articles();
        double holders = anchor.kind().expectedInThousand() + memory.count(anchor);
        return Math.log(articles / holders);
    }
}
