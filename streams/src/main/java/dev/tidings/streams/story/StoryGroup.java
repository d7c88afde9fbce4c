package dev.tidings.streams.story;

import java.util.List;
import java.util.Optional;

/**
 * Articles that tell of the same event.
 *
 * @param id id of the first member
 * @param members article ids in order of joining
 * @param firstTime raw record time of the first member
 * @param lastTime raw record time of the newest member
 * @param mergedInto the story that took its members over; empty while it stands
 */
public record StoryGroup(String id, List<String> members, long firstTime, long lastTime, Optional<String> mergedInto) {

    /** Freezes the members. */
    public StoryGroup {
        members = List.copyOf(members);
    }
}
