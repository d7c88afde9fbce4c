package dev.tidings.streams.story.index;

import dev.tidings.streams.story.feature.StoryTerm;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The index in which story grouping looks up earlier articles: the articles of the window, their terms, and the
 * stories. One writer; articles come in the order of the deduplication decisions.
 */
public interface StoryIndex {

    /** Returns the number of indexed articles. */
    long articleCount();

    /** Returns how many indexed articles have a term. */
    int documentCount(StoryTerm storyTerm);

    /**
     * Returns the ids of the articles that are indexed under a term, see {@code StoryTermList.findableTerms}: the
     * newest first, equally new ones by their ids.
     *
     * @param most how many at most
     */
    List<String> articlesWithTerm(StoryTerm storyTerm, int most);

    /** Returns the story id of an indexed article; cheaper than reading the article. */
    Optional<String> storyOf(String articleId);

    /** Returns an indexed article. */
    Optional<StoryArticle> findArticle(String articleId);

    /**
     * Indexes an article, in place of an earlier one of the same id. Its index terms are chosen before it counts among
     * the articles that have them, and stay while {@link StoryArticle#isFoundAs} holds.
     */
    void putArticle(StoryArticle article);

    /** Returns a story that has not been merged into another. */
    Optional<StoryGroup> findStory(String storyId);

    /** Stores a story, in place of its earlier state; one that was merged into another is removed. */
    void putStory(StoryGroup story);

    /**
     * Expires articles older than a time: removes them, takes them out of their stories, and removes stories without a
     * member. Called once for each article that is added; may leave some to later calls. The time moves by {@link
     * #MAX_STEP_MILLIS} at most with each call and never goes back, and a call that names an earlier one removes nothing
     * that is newer than that: an article of a time that is far ahead, as a wrong clock gives it, empties nothing.
     */
    void expireBefore(long before);

    /** How far the time before which articles expire moves with one article. */
    long MAX_STEP_MILLIS = 86_400_000;

    /**
     * Returns the time before which articles expire after one more call of {@link #expireBefore}.
     *
     * @param known that of the call before; empty when there was none
     * @param before what the call names
     */
    static long expiryAfter(OptionalLong known, long before) {
        return known.isEmpty()
                ? before
                : Math.max(known.getAsLong(), Math.min(before, known.getAsLong() + MAX_STEP_MILLIS));
    }
}
