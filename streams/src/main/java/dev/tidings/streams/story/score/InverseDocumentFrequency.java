package dev.tidings.streams.story.score;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventName;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.feature.WordCase;
import dev.tidings.streams.story.index.StoryIndex;

/**
 * How much an anchor says: the logarithm of the inverse share of articles that have it, as learnt in the order of the
 * desk, with a thousand imagined articles to begin with so that the first stories are not judged by chance.
 */
public final class InverseDocumentFrequency {

    private final StoryIndex memory;

    public InverseDocumentFrequency(StoryIndex memory) {
        this.memory = memory;
    }

    double of(StoryTerm storyTerm) {
        return -Math.log(share(storyTerm, storyTerm.kind().expectedInThousand()));
    }

    double ofEntity(String entity) {
        return -Math.log(share(StoryTermList.entity(entity), DocumentFrequency.ofEntity(entity)));
    }

    double ofNumber(double number) {
        return -Math.log(share(StoryTermList.number(number), DocumentFrequency.ofNumber(number)));
    }

    /** Returns how much a name says when it is met again, which a short one is by chance. */
    double ofName(EventName name, WordCase wordCase) {
        double share = share(StoryTermList.name(name.sound().consonants()), DocumentFrequency.ofName(wordCase));
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
        int count = memory.count(StoryTermList.name(sound));
        String otherSound = other.sound().consonants();
        int most = sound.equals(otherSound) ? count : Math.max(count, memory.count(StoryTermList.name(otherSound)));
        return of(share(usual, most) + chance);
    }

    private double share(StoryTerm storyTerm, double usual) {
        return share(usual, memory.count(storyTerm));
    }

    private double share(double usual, int count) {
        return (usual + count) / (PairScoreParameters.IMAGINED_ARTICLES + memory.articles());
    }

    private static double of(double share) {
        return Math.max(0, -Math.log(share));
    }
}
