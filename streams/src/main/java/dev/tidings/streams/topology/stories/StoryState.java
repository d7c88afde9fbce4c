package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.streams.story.index.StoryArticle;
import java.util.List;
import java.util.Optional;

/**
 * A state of a story that is to be written.
 *
 * @param id its id
 * @param change what happened to it
 * @param previousIds stories whose articles it took over by that
 * @param mergedInto which story took it over; empty while it stands
 * @param members its articles, the eldest first; of one that is gone those it had
 */
record StoryState(
        String id,
        StoryChangeKind change,
        List<String> previousIds,
        Optional<String> mergedInto,
        List<StoryArticle> members) {

    /** Freezes the lists. */
    StoryState {
        previousIds = List.copyOf(previousIds);
        members = List.copyOf(members);
    }

    /** Returns the state of a story that another one took over. */
    static StoryState closed(String id, String successor, List<StoryArticle> members) {
        return new StoryState(id, StoryChangeKind.CLOSED, List.of(), Optional.of(successor), members);
    }

    /** Returns the state of a story that stands. */
    static StoryState open(String id, StoryChangeKind change, List<String> previousIds, List<StoryArticle> members) {
        return new StoryState(id, change, previousIds, Optional.empty(), members);
    }
}
