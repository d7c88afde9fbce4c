package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.ArticleRelation;
import java.util.List;

/**
 * What is written for one record of the log.
 *
 * @param states states of stories, those that are gone first
 * @param relations relations of articles
 */
record StoryOutput(List<StoryState> states, List<ArticleRelation> relations) {

    /** Nothing. */
    static final StoryOutput NONE = new StoryOutput(List.of(), List.of());

    /** Freezes the lists. */
    StoryOutput {
        states = List.copyOf(states);
        relations = List.copyOf(relations);
    }
}
