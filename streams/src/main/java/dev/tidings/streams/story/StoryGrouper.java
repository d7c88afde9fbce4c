package dev.tidings.streams.story;

import dev.tidings.streams.story.Anchor.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts each article into a story, in one pass: candidates by its rarest anchors, each compared by what it shares, joined
 * to the story whose members it is likeliest to belong to on average, or first of a new one. A story's id is that of its
 * first member. An article that belongs to two stories merges them into the elder.
 *
 * <p>The result is a function of the articles and their order. Single writer.
 */
public final class StoryGrouper {

    /** Name and version of features and rules; relations carry it. */
    public static final String VERSION = FeatureReader.VERSION + "+stories/1";

    /** How long a story waits for its next article, by raw record time, unless set otherwise. */
    public static final Duration WINDOW = Duration.ofDays(7);

    private static final double JOIN = 0.5;
    private static final double MERGE = 0.8;
    private static final int RAREST = 24;
    private static final int RAREST_WORDS = 8;
    private static final int TOO_COMMON = 500;
    private static final int MOST_CANDIDATES = 50;
    private static final int COMPARED_MEMBERS = 2;
    /** Shorter texts join only with a day and a rare name to show. */
    private static final int SHORT = 300;

    private record Fit(StoryGroup story, double score, Compared nearest) {}

    private record Compared(String articleId, PairScore score) {}

    private final StoryMemory memory;
    private final Rarity rarity;
    private final PairScorer scorer;
    private final long window;

    /** Groups into a memory, which may hold stories already, with the usual window. */
    public StoryGrouper(StoryMemory memory) {
        this(memory, WINDOW);
    }

    /**
     * Groups into a memory, which may hold stories already.
     *
     * @param window how long a story waits for its next article, by raw record time
     */
    public StoryGrouper(StoryMemory memory, Duration window) {
        this.memory = memory;
        this.window = window.toMillis();
        this.rarity = new Rarity(memory);
        this.scorer = new PairScorer(rarity);
    }

    /**
     * Takes the next article.
     *
     * @param articleId its id; a known one is a revision and stays in its story
     * @param time raw record time, in milliseconds since 1970
     */
    public StoryDecision add(String articleId, long time, EventFeatures features) {
        memory.expire(time - window);
        Optional<StoryArticle> known = memory.article(articleId);
        if (known.isPresent()) {
            return revise(known.get(), time, features);
        }
        List<Fit> fits = fits(features, time);
        return fits.isEmpty() ? begin(articleId, time, features) : join(articleId, time, features, fits);
    }

    private StoryDecision revise(StoryArticle known, long time, EventFeatures features) {
        StoryArticle revised = new StoryArticle(known.id(), known.storyId(), Math.max(time, known.time()), features);
        memory.put(revised);
        StoryGroup story = memory.story(known.storyId()).orElseThrow();
        return new StoryDecision(revised, story, Optional.empty(), 1, List.of(), List.of());
    }

    private StoryDecision begin(String articleId, long time, EventFeatures features) {
        StoryArticle article = new StoryArticle(articleId, articleId, time, features);
        StoryGroup story = new StoryGroup(articleId, List.of(articleId), time, time, Optional.empty());
        memory.put(article);
        memory.put(story);
        return new StoryDecision(article, story, Optional.empty(), 1, List.of(), List.of());
    }

    private StoryDecision join(String articleId, long time, EventFeatures features, List<Fit> fits) {
        Fit best = fits.get(0);
        List<StoryGroup> same = new ArrayList<>(List.of(best.story()));
        fits.stream()
                .skip(1)
                .filter(fit -> fit.score() >= MERGE)
                .map(Fit::story)
                .forEach(same::add);
        same.sort(Comparator.comparingLong(StoryGroup::firstTime).thenComparing(StoryGroup::id));
        StoryGroup elder = same.get(0);
        Set<String> members = new LinkedHashSet<>(elder.members());
        List<StoryGroup> merged = new ArrayList<>();
        for (StoryGroup other : same.subList(1, same.size())) {
            members.addAll(other.members());
            merged.add(mergeInto(elder, other));
        }
        members.add(articleId);
        long last = Math.max(
                time, same.stream().mapToLong(StoryGroup::lastTime).max().orElse(time));
        StoryGroup story = new StoryGroup(
                elder.id(), List.copyOf(members), Math.min(elder.firstTime(), time), last, Optional.empty());
        StoryArticle article = new StoryArticle(articleId, elder.id(), time, features);
        memory.put(article);
        memory.put(story);
        Compared nearest = best.nearest();
        return new StoryDecision(
                article, story, Optional.of(nearest.articleId()), best.score(), nearest.score().reasons(), merged);
    }

    private StoryGroup mergeInto(StoryGroup elder, StoryGroup other) {
        StoryGroup gone = new StoryGroup(
                other.id(), other.members(), other.firstTime(), other.lastTime(), Optional.of(elder.id()));
        memory.put(gone);
        for (String member : other.members()) {
            memory.article(member).ifPresent(article -> memory.put(article.in(elder.id())));
        }
        return gone;
    }

    /** Returns the stories that the article belongs to, the likeliest first. */
    private List<Fit> fits(EventFeatures features, long time) {
        Set<String> stories = new LinkedHashSet<>();
        for (String id : candidates(features)) {
            memory.article(id)
                    .filter(article -> Math.abs(article.time() - time) <= window)
                    .ifPresent(article -> stories.add(article.storyId()));
        }
        return stories.stream()
                .map(memory::story)
                .flatMap(Optional::stream)
                .flatMap(story -> fit(story, features).stream())
                .filter(fit -> fit.score() >= JOIN)
                .sorted(Comparator.comparingDouble(Fit::score)
                        .reversed()
                        .thenComparingLong(fit -> fit.story().firstTime())
                        .thenComparing(fit -> fit.story().id()))
                .toList();
    }

    private Optional<Fit> fit(StoryGroup story, EventFeatures features) {
        List<Compared> likest = story.members().stream()
                .map(memory::article)
                .flatMap(Optional::stream)
                .map(article -> new Compared(article.id(), score(article.features(), features)))
                .sorted(Comparator.<Compared>comparingDouble(compared ->
                                compared.score().probability())
                        .reversed())
                .limit(COMPARED_MEMBERS)
                .toList();
        return likest.stream()
                .mapToDouble(compared -> compared.score().probability())
                .average()
                .stream()
                .mapToObj(mean -> new Fit(story, mean, likest.get(0)))
                .findFirst();
    }

    private PairScore score(EventFeatures one, EventFeatures other) {
        PairScore score = scorer.score(one, other);
        boolean evidence = Math.min(one.length(), other.length()) >= SHORT || sharesDayAndName(score.reasons());
        return evidence ? score : score.unjudged();
    }

    private static boolean sharesDayAndName(List<StoryReason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.kind() == Kind.DAY)
                && reasons.stream().anyMatch(reason -> reason.kind() == Kind.NAME);
    }

    /** Returns articles that share the article's rarest anchors, those that share most first. */
    private List<String> candidates(EventFeatures features) {
        Map<String, Double> weights = new HashMap<>();
        for (Map.Entry<Anchor, Double> anchor : rarest(features).entrySet()) {
            for (String holder : memory.holders(anchor.getKey(), TOO_COMMON)) {
                weights.merge(holder, anchor.getValue(), Double::sum);
            }
        }
        return weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<Anchor, Double> rarest(EventFeatures features) {
        Map<Anchor, Double> rarest = new LinkedHashMap<>();
        List<Anchor> crossing = AnchorList.crossing(features).toList();
        List<Anchor> words = features.words().stream()
                .map(word -> new Anchor(Kind.WORD, Integer.toHexString(word)))
                .toList();
        addRarest(crossing, RAREST, rarest);
        addRarest(words, RAREST_WORDS, rarest);
        return rarest;
    }

    private void addRarest(List<Anchor> anchors, int most, Map<Anchor, Double> rarest) {
        anchors.stream()
                .filter(anchor -> memory.count(anchor) > 0 && memory.count(anchor) <= TOO_COMMON)
                .sorted(Comparator.comparingDouble(rarity::of).reversed().thenComparing(Anchor::key))
                .limit(most)
                .forEach(anchor -> rarest.put(anchor, rarity.of(anchor)));
    }
}
