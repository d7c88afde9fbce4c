package dev.tidings.streams.story.link;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.posting.BestNumbers;
import dev.tidings.streams.story.posting.Logarithms;
import dev.tidings.streams.story.posting.PostingTable;
import dev.tidings.streams.story.posting.TermCounts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What articles are found by across languages, and how likely two of them tell of one event. The caller numbers the
 * articles, densely from 0. For one thread.
 */
public final class Links {

    private final TermCounts counts = new TermCounts();
    private final LinkWeights weights = new LinkWeights(counts);
    private final LinkScorer scorer = new LinkScorer(weights);
    private final PostingTable postings = new PostingTable();
    private final BestNumbers best = new BestNumbers(LinkParameters.MAX_CANDIDATES);
    private final Map<String, Integer> languageNumbers = new HashMap<>();
    /** By article the number of its language. */
    private int[] languages = new int[1 << 10];

    private double[] shared = new double[1 << 10];
    private int[] found = new int[1 << 10];
    private int foundCount;
    private int articles;

    /** Packs the features of an article that comes, which is not counted yet. */
    public LinkFeatures packFeatures(EventFeatures features) {
        return LinkFeatureBuilder.buildFeatures(features, weights);
    }

    /** Counts the terms of an article, or takes them out: change is 1 or -1. */
    public void countTerms(LinkFeatures features, int change) {
        addTo(features.language(), change);
        for (int name = 0; name < features.keptNames(); name++) {
            addInLanguage(LinkTerms.nameTerm(features.nameAt(name)), features.language(), change);
        }
        for (int entity : features.entities()) {
            addInLanguage(entity, features.language(), change);
        }
        for (int number : features.numbers()) {
            addInLanguage(number, features.language(), change);
        }
        for (int day : features.days()) {
            addTo(LinkTerms.dayTerm(day), change);
        }
        articles += change;
        weights.setArticleCount(articles);
    }

    private void addInLanguage(int term, int language, int change) {
        addTo(term, change);
        addTo(LinkTerms.termIn(language, term), change);
    }

    private void addTo(int term, int change) {
        counts.addTo(TermCounts.slotOf(term), change);
    }

    /** Makes an article be found, or no more. */
    public void postArticle(int article, String language, LinkFeatures features, boolean posted) {
        reserve(article + 1);
        languages[article] = numberOf(language);
        for (int key = 0; key < features.keyCount(); key++) {
            if (posted) {
                postings.add(features.keyAt(key), article);
            } else {
                postings.remove(features.keyAt(key), article);
            }
        }
    }

    private int numberOf(String language) {
        return languageNumbers.computeIfAbsent(language, any -> languageNumbers.size() + 1);
    }

    private void reserve(int count) {
        if (count > shared.length) {
            int room = Math.max(count, 2 * shared.length);
            shared = Arrays.copyOf(shared, room);
            languages = Arrays.copyOf(languages, room);
            found = Arrays.copyOf(found, room);
        }
    }

    /**
     * Returns the articles of other languages that share most of the rarest keys, those that share most first; none
     * that shares too little to be of one event.
     */
    public int[] candidates(LinkFeatures features, String language) {
        int own = numberOf(language);
        int budget = LinkParameters.MAX_ENTRIES;
        for (int at = 0; at < features.keyCount(); at++) {
            int key = features.keyAt(at);
            int count = postings.countUnder(key);
            if (count > 0 && count <= budget) {
                budget -= count;
                double weight = weights.articlesLogarithm() - Logarithms.lnOf(count);
                postings.forEachUnder(key, article -> addShared(article, weight, own));
            }
        }
        return takeBest();
    }

    private void addShared(int article, double weight, int ownLanguage) {
        if (languages[article] != ownLanguage) {
            if (shared[article] == 0) {
                found[foundCount++] = article;
            }
            shared[article] += weight;
        }
    }

    private int[] takeBest() {
        double least = LinkParameters.CANDIDATE_FACTOR * weights.articlesLogarithm();
        best.clear();
        for (int i = 0; i < foundCount; i++) {
            double weight = shared[found[i]];
            if (weight >= least && best.mayKeep(weight)) {
                best.offer(found[i], weight, found[i]);
            }
            shared[found[i]] = 0;
        }
        foundCount = 0;
        return best.bestFirst();
    }

    /** Compares two articles. */
    public LinkScore compare(LinkFeatures one, LinkFeatures other) {
        return LinkScorer.scoreOf(scorer.findEvidence(one, other), one, other);
    }

    /**
     * Returns the logit of a pair as it counts among others: cut on both sides, and the lowest without enough shared
     * evidence.
     */
    public double countedLogit(LinkFeatures one, LinkFeatures other) {
        LinkScorer.Evidence evidence = scorer.findEvidence(one, other);
        boolean enough = evidence.things() >= LinkParameters.MIN_SHARED
                && evidence.weight() >= weights.neededEvidence()
                && evidence.sounds();
        return enough
                ? Math.max(
                        LinkParameters.MIN_LOGIT,
                        Math.min(
                                LinkParameters.MAX_LOGIT,
                                LinkScorer.scoreOf(evidence, one, other).logit()))
                : LinkParameters.MIN_LOGIT;
    }

    /** Returns the weight of an entity that another article has too; 0 when it has not. */
    public double sharedEntity(String entity, LinkFeatures features, LinkFeatures other) {
        int term = LinkTerms.entityTerm(entity);
        return Arrays.binarySearch(other.entities(), term) < 0
                ? 0
                : LinkWeights.weightOf(weights.entityShare(term, features.language(), other.language()));
    }

    /** Returns the weight of a number that another article has too; 0 when it has not. */
    public double sharedNumber(double number, LinkFeatures features, LinkFeatures other) {
        int term = LinkTerms.numberTerm(number);
        return Arrays.binarySearch(other.numbers(), term) < 0
                ? 0
                : LinkWeights.weightOf(weights.numberShare(term, features.language(), other.language()));
    }

    /** Returns the weight of a day that another article names too; 0 when it does not. */
    public double sharedDay(int day, LinkFeatures other) {
        return Arrays.binarySearch(other.days(), day) < 0 ? 0 : PairScoreParameters.DAY_WEIGHT;
    }

    /** Returns the weight of a name that sounds like one of another article; 0 when none does. */
    public double sharedName(long sound, LinkFeatures features, LinkFeatures other) {
        return scorer.bestNameWeight(sound, features, other);
    }

    /** Returns a number for the whole state but for who is found; equal states have the same. */
    public long fingerprint() {
        return counts.fingerprint() * 31L + articles;
    }
}
