package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.index.Membership;

/**
 * An article to be grouped.
 *
 * @param event what the desk tells of it
 * @param place where its raw record stands
 * @param features what it is grouped by
 */
public record GroupedInput(StoryFeatures event, Membership.Place place, EventFeatures features) {}
