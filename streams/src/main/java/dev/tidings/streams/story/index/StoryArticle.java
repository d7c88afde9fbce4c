package dev.tidings.streams.story.index;

import dev.tidings.streams.story.feature.EventFeatures;

/**
 * An article in the story index.
 *
 * @param id article id
 * @param storyId the story it belongs to
 * @param time raw record time, in milliseconds since 1970
 * @param features its features
 */
public record StoryArticle(String id, String storyId, long time, EventFeatures features) {

    /** Returns whether it has the same index terms and the same time of expiry as another state of the article. */
    public boolean isFoundAs(StoryArticle other) {
        return time == other.time && features.equals(other.features);
    }

    public StoryArticle inStory(String story) {
        return new StoryArticle(id, story, time, features);
    }
}
