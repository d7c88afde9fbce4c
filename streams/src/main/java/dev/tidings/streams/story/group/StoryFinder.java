package dev.tidings.streams.story.group;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryTerm.Kind;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryReason;
import dev.tidings.streams.story.score.InverseDocumentFrequency;
import dev.tidings.streams.story.score.PairScore;
import dev.tidings.streams.story.score.PairScorer;
import dev.tidings.streams.story.score.StoryTermList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the stories an article may belong to. It is compared with the articles that share most of its rarest terms, and
 * a story is scored by those of its members that are most alike. The work for an article is bounded, however large the
 * index.
 */
final class StoryFinder {

    private static final int RAREST = 24;
    private static final int RAREST_WORDS = 8;
    /** How many articles of a term are looked at, the newest. */
    private static final int MAX_POSTINGS_PER_TERM = 64;
    /**
     * From this document count on a term is not used: what more articles have than the largest stories have members
     * tells no event from another.
     */
    private static final int TOO_COMMON = 2 * StoryGrouper.MAX_MEMBERS;

    private static final int MAX_CANDIDATES = 24;
    private static final double CANDIDATE_WEIGHT_THRESHOLD = 0.1;
    private static final int COMPARED_MEMBERS = 3;
    /** What it adds to the odds that one, two or three members agree. */
    private static final double[] AGREEING = {0, 0, 0.8, 1.2};
    /** Beyond these one member's odds do not count further. */
    private static final double SURE = 3;

    private static final double UNLIKE = -4;
    /** Shorter texts are compared only with a day and a rare name to show. */
    private static final int SHORT = 300;

    /**
     * A story an article may belong to.
     *
     * @param story the story
     * @param score probability that it belongs there, 0 to 1
     * @param nearest the member that is likest
     */
    record Fit(StoryGroup story, double score, Compared nearest) {}

    /** A member and how alike it is. */
    record Compared(String articleId, PairScore score) {}

    private final StoryIndex index;
    private final InverseDocumentFrequency inverseDocumentFrequency;
    private final long window;

    StoryFinder(StoryIndex index, long window) {
        this.index = index;
        this.inverseDocumentFrequency = new InverseDocumentFrequency(index);
        this.window = window;
    }

    /** Returns the stories that take more members, the likeliest first. */
    List<Fit> fittingStories(EventFeatures features, long time) {
        PairScorer scorer = new PairScorer(features, inverseDocumentFrequency);
        Map<String, List<Compared>> byStory = new LinkedHashMap<>();
        for (String id : candidateArticles(features)) {
            index.storyOf(id)
                    .filter(this::takesMore)
                    .flatMap(story -> index.findArticle(id))
                    .filter(article -> Math.abs(article.time() - time) <= window)
                    .ifPresent(article -> byStory.computeIfAbsent(article.storyId(), any -> new ArrayList<>())
                            .add(compareArticle(article, scorer, features)));
        }
        List<Fit> fits = new ArrayList<>();
        byStory.forEach((id, compared) ->
                index.findStory(id).ifPresent(story -> fits.add(fitStory(story, compared, scorer, features))));
        fits.sort(Comparator.comparingDouble(Fit::score)
                .reversed()
                .thenComparingLong(fit -> fit.story().firstTime())
                .thenComparing(fit -> fit.story().id()));
        return fits;
    }

    private boolean takesMore(String storyId) {
        return index.findStory(storyId)
                .filter(story -> story.members().size() < StoryGrouper.MAX_MEMBERS)
                .isPresent();
    }

    private Fit fitStory(StoryGroup story, List<Compared> candidates, PairScorer scorer, EventFeatures features) {
        List<Compared> compared = new ArrayList<>(candidates);
        sortByScore(compared);
        if (compared.get(0).score().logit() > UNLIKE) {
            addOthers(story, compared, scorer, features);
            sortByScore(compared);
        }
        int most = Math.min(COMPARED_MEMBERS, compared.size());
        double mean = compared.subList(0, most).stream()
                .mapToDouble(
                        member -> Math.max(UNLIKE, Math.min(SURE, member.score().logit())))
                .average()
                .orElse(UNLIKE);
        return new Fit(story, 1 / (1 + Math.exp(-mean - AGREEING[most])), compared.get(0));
    }

    private static void sortByScore(List<Compared> compared) {
        compared.sort(
                Comparator.<Compared>comparingDouble(member -> member.score().logit())
                        .reversed()
                        .thenComparing(Compared::articleId));
    }

    /** A story of several members needs several to agree: the newest are asked as well. */
    private void addOthers(StoryGroup story, List<Compared> compared, PairScorer scorer, EventFeatures features) {
        List<String> members = story.members();
        for (int at = members.size() - 1; at >= 0 && compared.size() < COMPARED_MEMBERS; at--) {
            String id = members.get(at);
            if (compared.stream().noneMatch(member -> member.articleId().equals(id))) {
                index.findArticle(id).ifPresent(article -> compared.add(compareArticle(article, scorer, features)));
            }
        }
    }

    private static Compared compareArticle(StoryArticle article, PairScorer scorer, EventFeatures features) {
        PairScore score = scorer.compareWith(article.features());
        boolean evidence = Math.min(article.features().length(), features.length()) >= SHORT
                || sharesDayAndName(score.heaviestReasons());
        return new Compared(article.id(), evidence ? score : score.unscored());
    }

    private static boolean sharesDayAndName(List<StoryReason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.kind() == Kind.DAY)
                && reasons.stream().anyMatch(reason -> reason.kind() == Kind.NAME);
    }

    /** Returns the ids of the articles that share the rarest terms of the article, those that share most first. */
    private List<String> candidateArticles(EventFeatures features) {
        Map<String, Double> weights = new HashMap<>();
        addPostings(StoryTermList.crossLanguageTerms(features, inverseDocumentFrequency), RAREST, weights);
        addPostings(StoryTermList.wordTerms(features, inverseDocumentFrequency), RAREST_WORDS, weights);
        double least = leastShared(weights);
        return weights.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MAX_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void addPostings(List<StoryTermList.Weighed> terms, int most, Map<String, Double> weights) {
        int found = 0;
        for (StoryTermList.Weighed term : terms) {
            if (found == most || term.weight() <= 0) {
                return;
            }
            int count = index.documentCount(term.storyTerm());
            if (count > 0 && count <= TOO_COMMON) {
                List<String> articles = index.articlesWithTerm(term.storyTerm(), MAX_POSTINGS_PER_TERM);
                articles.forEach(article -> weights.merge(article, term.weight(), Double::sum));
                found += articles.isEmpty() ? 0 : 1;
            }
        }
    }

    /** Of many articles that share something, those are worth comparing that share a good part of what any shares. */
    private static double leastShared(Map<String, Double> weights) {
        return CANDIDATE_WEIGHT_THRESHOLD
                * weights.values().stream().mapToDouble(weight -> weight).max().orElse(0);
    }
}
