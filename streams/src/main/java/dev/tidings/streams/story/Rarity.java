package dev.tidings.streams.story;

import dev.tidings.streams.story.score.PairScoreParameters;

/**
 * How much an anchor says: the logarithm of the inverse share of articles that have it, as learnt in the order of the
 * desk, with a thousand imagined articles to begin with so that the first stories are not judged by chance.
 */
final class Rarity {

    private final StoryMemory memory;

    Rarity(StoryMemory memory) {
        this.memory = memory;
    }

    double of(Anchor anchor) {
        return -Math.log(share(anchor, anchor.kind().expectedInThousand()));
    }

    double ofEntity(String entity) {
        return -Math.log(share(AnchorList.entity(entity), Commonness.ofEntity(entity)));
    }

    double ofNumber(double number) {
        return -Math.log(share(AnchorList.number(number), Commonness.ofNumber(number)));
    }

    /** Returns how much a name says when it is met again, which a short one is by chance. */
    double ofName(EventName name, WordCase wordCase) {
        double share = share(AnchorList.name(name.sound().consonants()), Commonness.ofName(wordCase));
        return of(share + PairScoreParameters.TRIED_WORDS * name.sound().chance(name.sound()));
    }

    /**
     * Returns how much two names that sound alike say.
     *
     * @param usual in how many of a thousand articles the like is expected
     * @param chance probability that they do so by chance
     */
    double ofNames(EventName one, EventName other, double usual, double chance) {
        String sound = one.sound().consonants();
        int count = memory.count(AnchorList.name(sound));
        String otherSound = other.sound().consonants();
        int most = sound.equals(otherSound) ? count : Math.max(count, memory.count(AnchorList.name(otherSound)));
        return of(share(usual, most) + chance);
    }

    private double share(Anchor anchor, double usual) {
        return share(usual, memory.count(anchor));
    }

    private double share(double usual, int count) {
        return (usual + count) / (PairScoreParameters.IMAGINED_ARTICLES + memory.articles());
    }

    private static double of(double share) {
        return Math.max(0, -Math.log(share));
    }
}
