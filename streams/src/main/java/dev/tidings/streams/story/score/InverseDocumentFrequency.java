package dev.tidings.streams.story.score;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventName;
import dev.tidings.streams.story.feature.StoryTerm;
import dev.tidings.streams.story.feature.WordCase;
import dev.tidings.streams.story.index.StoryIndex;

/**
 * The inverse document frequency of terms: the logarithm of the inverse share of articles that have one, over the
 * articles indexed so far, with a thousand assumed ones to begin with so that the first stories are not grouped by
 * chance.
 */
public final class InverseDocumentFrequency {

    private final StoryIndex index;

    public InverseDocumentFrequency(StoryIndex index) {
        this.index = index;
    }

    double idfOf(StoryTerm storyTerm) {
        return -Math.log(sharedWeight(storyTerm, storyTerm.kind().expectedInThousand()));
    }

    double ofEntity(String entity) {
        return -Math.log(sharedWeight(StoryTermList.entityTerm(entity), DocumentFrequency.ofEntity(entity)));
    }

    double ofNumber(double number) {
        return -Math.log(sharedWeight(StoryTermList.numberTerm(number), DocumentFrequency.ofNumber(number)));
    }

    /** Returns the weight of a name that another article has too; a short name is met again by chance. */
    double ofName(EventName name, WordCase wordCase) {
        double share =
                sharedWeight(StoryTermList.nameTerm(name.sound().consonants()), DocumentFrequency.ofName(wordCase));
        return idfOf(share + PairScoreParameters.TRIED_WORDS * name.sound().matchProbability(name.sound()));
    }

    /**
     * Returns how much two names that sound alike say.
     *
     * @param usual in how many of a thousand articles the like is expected
     * @param chance probability that they do so by chance
     */
    double ofNames(EventName one, EventName other, double usual, double chance) {
        String sound = one.sound().consonants();
        int count = index.documentCount(StoryTermList.nameTerm(sound));
        String otherSound = other.sound().consonants();
        int most = sound.equals(otherSound)
                ? count
                : Math.max(count, index.documentCount(StoryTermList.nameTerm(otherSound)));
        return idfOf(sharedWeight(usual, most) + chance);
    }

    private double sharedWeight(StoryTerm storyTerm, double usual) {
        return sharedWeight(usual, index.documentCount(storyTerm));
    }

    private double sharedWeight(double usual, int count) {
        return (usual + count) / (PairScoreParameters.ASSUMED_ARTICLES + index.articleCount());
    }

    private static double idfOf(double share) {
        return Math.max(0, -Math.log(share));
    }
}
