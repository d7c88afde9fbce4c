package dev.tidings.streams.topology.stories;

import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.index.Membership;
import dev.tidings.streams.story.index.StoryGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What one article changed among the stories.
 *
 * @param input the article
 * @param decision the story it joined and the stories it merged
 * @param joined whether it was no member before
 * @param memberships returns the membership of an article, by article id
 */
record StoryChange(
        GroupedInput input,
        StoryDecision decision,
        boolean joined,
        Function<String, Optional<Membership>> memberships) {

    /** Returns the memberships of the newest members of a story, in order of joining. */
    List<Membership> newestMembers(StoryGroup story, int most) {
        List<String> members = story.members();
        return members.subList(Math.max(0, members.size() - most), members.size()).stream()
                .map(memberships)
                .flatMap(Optional::stream)
                .toList();
    }
}
