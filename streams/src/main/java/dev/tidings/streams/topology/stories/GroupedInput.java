package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.index.ArticleDetails;
import java.util.Optional;

/**
 * An article to be grouped, or a copy of one to be counted.
 *
 * @param event the record that deduplication wrote of it
 * @param details what is published of it
 * @param features the features it is compared by; empty for a copy
 */
public record GroupedInput(StoryFeatures event, ArticleDetails details, Optional<EventFeatures> features) {}
