package dev.tidings.streams.topology.stories;

import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an article changed among the stories.
 *
 * @param input the article
 * @param decision where it went
 * @param joined whether it was no member before
 * @param memberships what is said of a member, by article id
 */
record StoryChange(
        GroupedInput input,
        StoryDecision decision,
        boolean joined,
        Function<String, Optional<Membership>> memberships) {

    /** Returns what is said of the newest members, so many at most, in order of joining. */
    List<Membership> newestMembers(StoryGroup story, int most) {
        List<String> members = story.members();
        return members.subList(Math.max(0, members.size() - most), members.size()).stream()
                .map(memberships)
                .flatMap(Optional::stream)
                .toList();
    }
}
