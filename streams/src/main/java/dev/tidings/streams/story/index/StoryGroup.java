package dev.tidings.streams.story.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Articles that tell of the same event.
 *
 * @param id id of the first member
 * @param members ids of the members that have not expired, in order of joining
 * @param firstTime raw record time of the oldest member, expired or not
 * @param lastTime raw record time of the newest member
 * @param mergedInto the story that took its members over; empty while it stands
 */
public record StoryGroup(String id, List<String> members, long firstTime, long lastTime, Optional<String> mergedInto) {

    /** Freezes the members. */
    public StoryGroup {
        members = List.copyOf(members);
    }

    /** Returns a story of one article. */
    public static StoryGroup beginWith(String id, String articleId, long time) {
        return new StoryGroup(id, List.of(articleId), time, time, Optional.empty());
    }

    /** Returns the story with one member more, which came at a raw record time. */
    public StoryGroup withMember(String articleId, long time) {
        List<String> all = Stream.concat(members.stream(), Stream.of(articleId)).toList();
        return new StoryGroup(id, all, Math.min(firstTime, time), Math.max(lastTime, time), mergedInto);
    }

    /** Returns the story after one of its members has expired. */
    public StoryGroup withoutMember(String articleId) {
        List<String> rest =
                members.stream().filter(member -> !member.equals(articleId)).toList();
        return new StoryGroup(id, rest, firstTime, lastTime, mergedInto);
    }
}
