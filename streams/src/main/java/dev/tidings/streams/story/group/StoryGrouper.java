package dev.tidings.streams.story.group;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryFeatureBuilder;
import dev.tidings.streams.story.group.StoryFinder.Compared;
import dev.tidings.streams.story.group.StoryFinder.Fit;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.story.index.StoryIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts each article into a story, in one pass: candidates are looked up by its rarest terms, each is scored by what it
 * shares, and the article joins the story whose members it most likely belongs to on average, or is the first of a new
 * one. A story's id is that of its first member. An article that belongs to two stories merges them into the elder.
 *
 * <p>The result is a function of the articles and their order. Single writer.
 */
public final class StoryGrouper {

    /** Name and version of features and rules; relations carry it. */
    public static final String VERSION = StoryFeatureBuilder.VERSION + "+stories/4";

    /** How long a story waits for its next article, by raw record time, unless set otherwise. */
    public static final Duration WINDOW = Duration.ofDays(7);

    /** Probability, 0 to 1, from which an article joins a story. Chosen by hand. */
    private static final double JOIN_THRESHOLD = 0.5;
    /** Probability, 0 to 1, from which two stories of one article are one. Chosen by hand. */
    private static final double MERGE_THRESHOLD = 0.8;
    /** Most members of a story: whatever is so common is no event. */
    static final int MAX_MEMBERS = 500;

    private final StoryIndex index;
    private final StoryFinder finder;
    private final long window;

    /** Groups into an index, which may hold stories already, with the usual window. */
    public StoryGrouper(StoryIndex index) {
        this(index, WINDOW);
    }

    /**
     * Groups into an index, which may hold stories already.
     *
     * @param window how long a story waits for its next article, by raw record time
     */
    public StoryGrouper(StoryIndex index, Duration window) {
        this.index = index;
        this.window = window.toMillis();
        this.finder = new StoryFinder(index, this.window);
    }

    /**
     * Puts the next article into a story.
     *
     * @param articleId its id; a known one is a revision and stays in its story
     * @param time raw record time, in milliseconds since 1970
     */
    public StoryDecision addArticle(String articleId, long time, EventFeatures features) {
        index.expireBefore(time - window);
        Optional<StoryArticle> known = index.findArticle(articleId);
        if (known.isPresent()) {
            return reviseArticle(known.get(), time, features);
        }
        List<Fit> fits = finder.fittingStories(features, time).stream()
                .filter(fit -> fit.score() >= JOIN_THRESHOLD)
                .toList();
        return fits.isEmpty() ? beginStory(articleId, time, features) : joinStory(articleId, time, features, fits);
    }

    private StoryDecision reviseArticle(StoryArticle known, long time, EventFeatures features) {
        StoryArticle revised = new StoryArticle(known.id(), known.storyId(), Math.max(time, known.time()), features);
        index.putArticle(revised);
        StoryGroup story = index.findStory(known.storyId()).orElseGet(() -> storyAnew(revised));
        return new StoryDecision(revised, story, Optional.empty(), 1, List.of(), List.of());
    }

    /** Up to version 3 a first member that came again could take the story of others away. */
    private StoryGroup storyAnew(StoryArticle article) {
        StoryGroup story = StoryGroup.beginWith(article.storyId(), article.id(), article.time());
        index.putStory(story);
        return story;
    }

    /** A first member that has expired and comes again may find others in the story that bears its name. */
    private StoryDecision beginStory(String articleId, long time, EventFeatures features) {
        StoryArticle article = new StoryArticle(articleId, articleId, time, features);
        StoryGroup story = index.findStory(articleId)
                .map(others -> others.withMember(articleId, time))
                .orElseGet(() -> StoryGroup.beginWith(articleId, articleId, time));
        index.putArticle(article);
        index.putStory(story);
        return new StoryDecision(article, story, Optional.empty(), 1, List.of(), List.of());
    }

    private StoryDecision joinStory(String articleId, long time, EventFeatures features, List<Fit> fits) {
        Fit best = fits.get(0);
        List<StoryGroup> same = sameStories(fits);
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
        index.putArticle(article);
        index.putStory(story);
        Compared nearest = best.nearest();
        return new StoryDecision(
                article,
                story,
                Optional.of(nearest.articleId()),
                best.score(),
                nearest.score().reasons(),
                merged);
    }

    /** Returns the best story and those that are surely the same, as far as they fit into one. */
    private static List<StoryGroup> sameStories(List<Fit> fits) {
        List<StoryGroup> same = new ArrayList<>();
        int members = 1;
        for (Fit fit : fits) {
            int size = fit.story().members().size();
            if (same.isEmpty() || (fit.score() >= MERGE_THRESHOLD && members + size <= MAX_MEMBERS)) {
                same.add(fit.story());
                members += size;
            }
        }
        return same;
    }

    private StoryGroup mergeInto(StoryGroup elder, StoryGroup other) {
        StoryGroup gone = new StoryGroup(
                other.id(), other.members(), other.firstTime(), other.lastTime(), Optional.of(elder.id()));
        index.putStory(gone);
        for (String member : other.members()) {
            index.findArticle(member).ifPresent(article -> index.putArticle(article.inStory(elder.id())));
        }
        return gone;
    }
}
