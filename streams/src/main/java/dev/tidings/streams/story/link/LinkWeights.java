package dev.tidings.streams.story.link;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.posting.TermCounts;
import dev.tidings.text.orthography.PackedSound;

/**
 * How much a shared name, entity or number says: the natural logarithm of the inverse share of articles that have one,
 * over the articles remembered and a thousand assumed ones. For one thread.
 */
final class LinkWeights {

    private final TermCounts counts;
    private double articles;
    private double articlesLogarithm;

    LinkWeights(TermCounts counts) {
        this.counts = counts;
        setArticleCount(0);
    }

    final void setArticleCount(int remembered) {
        articles = PairScoreParameters.ASSUMED_ARTICLES + remembered;
        articlesLogarithm = StrictMath.log(articles);
    }

    /** Returns the evidence that a pair needs: the more articles there are, the more share something by chance. */
    double neededEvidence() {
        return LinkParameters.EVIDENCE_FACTOR * articlesLogarithm;
    }

    /** Returns the natural logarithm of how many articles there are, the assumed ones included. */
    double articlesLogarithm() {
        return articlesLogarithm;
    }

    /** Returns the share of articles that have a name; a short one is met again by chance. */
    double nameShare(long name) {
        double usual = PairScoreParameters.nameFrequency(PackedSound.freeBits(name));
        return (usual + counts.countOf(LinkTerms.nameTerm(name))) / articles
                + PairScoreParameters.TRIED_WORDS * PackedSound.matchProbability(name, name);
    }

    double entityShare(int entity) {
        return (LinkTerms.entityFrequency(entity) + counts.countOf(entity)) / articles;
    }

    double numberShare(int number) {
        return (LinkTerms.numberFrequency(number) + counts.countOf(number)) / articles;
    }

    double dayShare(int day) {
        return (PairScoreParameters.DAY_FREQUENCY + counts.countOf(LinkTerms.dayTerm(day))) / articles;
    }

    /**
     * Returns how much two names that sound alike say.
     *
     * @param tried names of one article that the other's were tried with
     * @param chance probability that two names sound alike by chance
     */
    double namePairWeight(long one, long other, int tried, double chance) {
        int term = LinkTerms.nameTerm(one);
        int theirs = LinkTerms.nameTerm(other);
        int count = counts.countOf(term);
        int most = term == theirs ? count : Math.max(count, counts.countOf(theirs));
        double usual = PairScoreParameters.namePairFrequency(PackedSound.freeBits(one), PackedSound.freeBits(other));
        return weightOf((usual + most) / articles + PairScoreParameters.CHANCE_FACTOR * tried * chance);
    }

    /** Returns the weight of what such a share of articles has, at least 0. */
    static double weightOf(double share) {
        return share >= 1 ? 0 : -StrictMath.log(share);
    }
}
