package dev.tidings.streams.topology;

import dev.tidings.schemas.StoryFeatures;
import dev.tidings.streams.story.EventFeatures;
import dev.tidings.streams.story.Membership;

/**
 * An article to be grouped.
 *
 * @param event what the desk tells of it
 * @param place where its raw record stands
 * @param features what it is grouped by
 */
public record GroupedInput(StoryFeatures event, Membership.Place place, EventFeatures features) {}
