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
    double nameShare(long name, int language) {
        double usual = PairScoreParameters.nameFrequency(PackedSound.freeBits(name));
        int term = LinkTerms.nameTerm(name);
        return shareIn(language, term, (usual + counts.countOf(term)) / articles)
                + PairScoreParameters.TRIED_WORDS * PackedSound.matchProbability(name, name);
    }

    double entityShare(int entity, int language, int other) {
        return shareInEither(
                language, other, entity, (LinkTerms.entityFrequency(entity) + counts.countOf(entity)) / articles);
    }

    double numberShare(int number, int language, int other) {
        return shareInEither(
                language, other, number, (LinkTerms.numberFrequency(number) + counts.countOf(number)) / articles);
    }

    private double shareInEither(int language, int other, int term, double share) {
        double mine = shareIn(language, term, share);
        return language == other ? mine : Math.max(mine, shareIn(other, term, share));
    }

    /**
     * Returns the share of the articles of a language that have a term, or of all if that is larger: what every article
     * of one language has says nothing there, however rare it is among all.
     */
    private double shareIn(int language, int term, double share) {
        int inLanguage = counts.countOf(LinkTerms.termIn(language, term));
        if (inLanguage == 0) {
            return share;
        }
        double usual = PairScoreParameters.ASSUMED_OF_LANGUAGE;
        return Math.max(share, (usual * share + inLanguage) / (usual + counts.countOf(language)));
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
    double namePairWeight(Sounds sounds, int tried, double chance) {
        int term = LinkTerms.nameTerm(sounds.one());
        int theirs = LinkTerms.nameTerm(sounds.other());
        int count = counts.countOf(term);
        int most = term == theirs ? count : Math.max(count, counts.countOf(theirs));
        double usual = PairScoreParameters.namePairFrequency(
                PackedSound.freeBits(sounds.one()), PackedSound.freeBits(sounds.other()));
        double share = (usual + most) / articles;
        double larger =
                Math.max(shareIn(sounds.language(), term, share), shareIn(sounds.otherLanguage(), theirs, share));
        return weightOf(larger + PairScoreParameters.CHANCE_FACTOR * tried * chance);
    }

    /**
     * Names of two articles that sound alike.
     *
     * @param language language of the one, see {@link LinkTerms#languageTerm}
     * @param otherLanguage language of the other
     */
    record Sounds(long one, long other, int language, int otherLanguage) {}

    /** Returns the weight of what such a share of articles has, at least 0. */
    static double weightOf(double share) {
        return share >= 1 ? 0 : -StrictMath.log(share);
    }
}
