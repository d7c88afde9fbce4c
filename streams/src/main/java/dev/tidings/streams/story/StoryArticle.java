package dev.tidings.streams.story;

/**
 * An article as story grouping remembers it.
 *
 * @param id article id
 * @param storyId the story it belongs to
 * @param time raw record time, in milliseconds since 1970
 * @param features its features
 */
public record StoryArticle(String id, String storyId, long time, EventFeatures features) {

    StoryArticle in(String story) {
        return new StoryArticle(id, story, time, features);
    }
}
