package dev.tidings.app.eval.duplicates;

import dev.tidings.app.eval.duplicates.ClusterScores.StreamCounts;
import dev.tidings.app.eval.duplicates.DuplicatesRun.Decided;
import dev.tidings.streams.dedup.match.MatchedArticle;
import dev.tidings.streams.dedup.match.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The figures of a labelled run; its components are the keys of its JSON. The first six are those of
 * {@link ClusterScores} for all verdicts that join a cluster.
 *
 * @param pairPrecision share of the pairs put together that belong together
 * @param pairRecall share of the pairs that belong together that were put together
 * @param pairF1 harmonic mean of the two
 * @param ari adjusted Rand index
 * @param documentPrecision share of the joined articles that joined one of theirs
 * @param documentRecall share of the articles with an earlier one of theirs that joined it
 * @param strict the same figures for only the verdicts that suppress an article, and revisions
 * @param byKind how many of each kind of article were found
 * @param byLanguage the articles of each language among themselves
 * @param falseMerges kinds of articles that are no copies, and how many joined a cluster all the same
 */
public record DuplicatesReport(
        double pairPrecision,
        double pairRecall,
        double pairF1,
        double ari,
        double documentPrecision,
        double documentRecall,
        ClusterScores strict,
        Map<String, KindScore> byKind,
        Map<String, ClusterScores> byLanguage,
        Map<String, FalseMerges> falseMerges) {

    /**
     * Articles of one kind.
     *
     * @param of how many have an earlier article of theirs
     * @param found how many of these joined it
     * @param recall found over of; 1 when there is none
     */
    public record KindScore(int of, int found, double recall) {}

    /**
     * Articles that joined what is not theirs.
     *
     * @param wrong how many
     * @param of how many articles of the kind there are
     */
    public record FalseMerges(int wrong, int of) {}

    /** Returns the figures of a run over articles whose clusters are known. */
    public static DuplicatesReport reportOf(List<Decided> run) {
        List<LabelledArticle> articles = run.stream().map(Decided::article).toList();
        Function<LabelledArticle, String> joined = clustersOf(run, Verdict::joinsCluster)::get;
        Function<LabelledArticle, String> strict = clustersOf(run, DuplicatesReport::isStrict)::get;
        Map<String, StreamCounts> kinds = StreamCounts.countsByGroup(articles, joined, LabelledArticle::kind);
        ClusterScores all = ClusterScores.scoreClusters(articles, joined);
        return new DuplicatesReport(
                all.pairPrecision(),
                all.pairRecall(),
                all.pairF1(),
                all.ari(),
                all.documentPrecision(),
                all.documentRecall(),
                ClusterScores.scoreClusters(articles, strict),
                byKind(kinds),
                byLanguage(articles, joined),
                falseMerges(kinds));
    }

    /** Returns the figures over all articles, those of the first six components. */
    public ClusterScores overallScores() {
        return new ClusterScores(pairPrecision, pairRecall, pairF1, ari, documentPrecision, documentRecall);
    }

    private static boolean isStrict(Verdict verdict) {
        return verdict.isCopy() || verdict == Verdict.REVISION;
    }

    /** Follows each article to its match when the verdict is of the wanted kind. */
    private static Map<LabelledArticle, String> clustersOf(List<Decided> run, Predicate<Verdict> joins) {
        Map<UUID, String> byId = new HashMap<>();
        Map<LabelledArticle, String> clusters = new HashMap<>();
        for (Decided decided : run) {
            String own = decided.article().id();
            String cluster = joins.test(decided.decision().verdict())
                    ? decided.decision()
                            .matchedArticle()
                            .map(MatchedArticle::articleId)
                            .map(byId::get)
                            .orElse(own)
                    : own;
            byId.put(DuplicatesRun.articleIdOf(decided.article()), cluster);
            clusters.put(decided.article(), cluster);
        }
        return clusters;
    }

    private static Map<String, KindScore> byKind(Map<String, StreamCounts> kinds) {
        Map<String, KindScore> scores = new TreeMap<>();
        kinds.forEach((kind, counts) -> {
            if (counts.duplicates() > 0) {
                double recall = (double) counts.right() / counts.duplicates();
                scores.put(kind, new KindScore(counts.duplicates(), counts.right(), recall));
            }
        });
        return scores;
    }

    private static Map<String, FalseMerges> falseMerges(Map<String, StreamCounts> kinds) {
        Map<String, FalseMerges> merges = new TreeMap<>();
        kinds.forEach((kind, counts) -> merges.put(kind, new FalseMerges(counts.wrong(), counts.articles())));
        return merges;
    }

    private static Map<String, ClusterScores> byLanguage(
            List<LabelledArticle> articles, Function<LabelledArticle, String> predicted) {
        Map<String, ClusterScores> scores = new TreeMap<>();
        articles.stream().map(LabelledArticle::lang).distinct().forEach(language -> {
            List<LabelledArticle> own = articles.stream()
                    .filter(article -> article.lang().equals(language))
                    .toList();
            scores.put(language, ClusterScores.scoreClusters(own, predicted));
        });
        return scores;
    }
}
