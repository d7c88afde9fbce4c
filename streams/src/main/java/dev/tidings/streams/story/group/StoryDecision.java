package dev.tidings.streams.story.group;

import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryGroup;
import dev.tidings.streams.story.index.StoryReason;
import java.util.List;
import java.util.Optional;

/**
 * The story that an article was put into.
 *
 * @param article the article, with its story
 * @param story the story after the article joined it
 * @param nearest the member it is likest to; empty for the first member and for a revision
 * @param score probability that it belongs there, 0 to 1; 1 for the first member
 * @param reasons what it shares with that member, the strongest first; none for a revision
 * @param merged stories that this article showed to be the same; their members are in {@code story} now
 */
public record StoryDecision(
        StoryArticle article,
        StoryGroup story,
        Optional<String> nearest,
        double score,
        List<StoryReason> reasons,
        List<StoryGroup> merged) {

    /** Freezes the lists. */
    public StoryDecision {
        reasons = List.copyOf(reasons);
        merged = List.copyOf(merged);
    }

    /** Returns whether the article is the first of its story. */
    public boolean isFirst() {
        return story.members().size() == 1;
    }
}
