package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.index.Membership;

/**
 * An article to be grouped.
 *
 * @param event the record that deduplication wrote of it
 * @param place source position and time of its raw record
 * @param features the features it is compared by
 */
public record GroupedInput(StoryFeatures event, Membership.Place place, EventFeatures features) {}
