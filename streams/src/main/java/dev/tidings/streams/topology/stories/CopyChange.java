package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.streams.story.index.CarriedCopy;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a copy changed among the stories.
 *
 * @param copyId id of the copy
 * @param original the article that it is a copy of
 * @param index what is remembered, the copy included
 */
record CopyChange(String copyId, StoryArticle original, StoryIndex index) {

    /** Copies in a power of two that states are written for: of 16 to 31 copies every second, of 32 to 63 every fourth. */
    private static final int TOLD_SHIFT = 3;

    /**
     * Returns what is written. A story of many copies would be written whole for each of them, so of many only some are
     * told; a further source always is.
     */
    StoryOutput output() {
        String story = index.storyOf(original);
        List<StoryArticle> members = index.articlesOf(story);
        List<CarriedCopy> copies = members.stream()
                .flatMap(member -> index.copies().copiesOf(member.sequence()).stream())
                .toList();
        boolean told = isTold(copies.size()) || isOfFurtherSource(members, copies);
        return told
                ? new StoryOutput(
                        List.of(StoryState.open(story, StoryChangeKind.CARRIED, List.of(), members)), List.of())
                : StoryOutput.NONE;
    }

    private static boolean isTold(int count) {
        return count % Math.max(1, Integer.highestOneBit(count) >> TOLD_SHIFT) == 0;
    }

    private boolean isOfFurtherSource(List<StoryArticle> members, List<CarriedCopy> copies) {
        String source = copies.stream()
                .filter(copy -> copy.id().equals(copyId))
                .map(CarriedCopy::source)
                .findFirst()
                .orElse("");
        return Stream.concat(
                        members.stream().map(member -> member.details().source()),
                        copies.stream()
                                .filter(copy -> !copy.id().equals(copyId))
                                .map(CarriedCopy::source))
                .noneMatch(source::equals);
    }
}
