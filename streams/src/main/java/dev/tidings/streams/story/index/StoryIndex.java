package dev.tidings.streams.story.index;

import dev.tidings.streams.story.feature.StoryTerm;
import java.util.List;
import java.util.Optional;

/**
 * What story grouping remembers: the articles of the window, who holds which anchor, and the stories. One writer; calls
 * come in the order of the desk.
 */
public interface StoryIndex {

    /** Returns the number of articles remembered. */
    long articleCount();

    /** Returns how many remembered articles have an anchor. */
    int documentCount(StoryTerm storyTerm);

    /**
     * Returns articles that can be found by an anchor, see {@code StoryTermList.findableTerms}: the newest first,
     * equally new ones by their ids.
     *
     * @param most how many at most
     */
    List<String> articlesWithTerm(StoryTerm storyTerm, int most);

    /** Returns the story of a remembered article; takes less than the article itself. */
    Optional<String> storyOf(String articleId);

    /** Returns a remembered article. */
    Optional<StoryArticle> findArticle(String articleId);

    /**
     * Remembers an article, in place of an earlier one of the same id. What it can be found by is chosen before it counts
     * among the holders of its own anchors, and stays while {@link StoryArticle#isFoundAs} holds.
     */
    void putArticle(StoryArticle article);

    /** Returns a story that stands. */
    Optional<StoryGroup> findStory(String storyId);

    /** Remembers a story, in place of its earlier state; one that was merged away is forgotten. */
    void putStory(StoryGroup story);

    /**
     * Forgets articles older than a time, takes them out of their stories, and forgets stories without a member. Called
     * once for each article that is added; may leave some to later calls, and does not go back when one names an earlier
     * time.
     */
    void expireBefore(long before);
}
