package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.index.ArticleDetails;

/**
 * An article to be grouped.
 *
 * @param event the record that deduplication wrote of it
 * @param details what is published of it
 * @param features the features it is compared by
 */
public record GroupedInput(StoryFeatures event, ArticleDetails details, EventFeatures features) {}
