package dev.tidings.streams.story;

import java.util.List;
import java.util.Optional;

/**
 * What story grouping remembers: the articles of the window, who holds which anchor, and the stories. One writer; calls
 * come in the order of the desk.
 */
public interface StoryMemory {

    /** Returns the number of articles remembered. */
    long articles();

    /** Returns how many remembered articles have an anchor. */
    int count(Anchor anchor);

    /**
     * Returns articles that have an anchor, the newest first.
     *
     * @param most how many at most
     */
    List<String> holders(Anchor anchor, int most);

    /** Returns a remembered article. */
    Optional<StoryArticle> article(String articleId);

    /** Remembers an article, in place of an earlier one of the same id. */
    void put(StoryArticle article);

    /** Returns a story; one that was merged away says so. */
    Optional<StoryGroup> story(String storyId);

    /** Remembers a story, in place of its earlier state. */
    void put(StoryGroup story);

    /**
     * Forgets articles older than a time, and stories without a remembered article. Called once for each article that is
     * added; may leave some to later calls, and does not go back when a later call names an earlier time.
     */
    void expire(long before);
}
