package dev.tidings.streams.topology.stories;

import dev.tidings.schemas.StoryChangeKind;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryDecision.Change;
import dev.tidings.streams.story.group.StoryDecision.Moved;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one article changed among the stories.
 *
 * @param input the article
 * @param decision its story, and what else it changed
 * @param index what is remembered, the article included
 */
record StoryChange(GroupedInput input, StoryDecision decision, StoryIndex index) {

    /** Returns what is written. */
    StoryOutput output() {
        return new StoryOutput(changedStories().stream().map(this::stateOf).toList(), StoryRelations.relationsOf(this));
    }

    /** Returns the stories that changed, those that are gone first and that of the article last. */
    private List<String> changedStories() {
        Set<String> changed = new LinkedHashSet<>();
        for (Moved moved : decision.moved()) {
            changed.add(moved.from());
            changed.add(moved.to());
        }
        changed.remove(decision.story());
        changed.add(decision.story());
        List<String> ordered = new ArrayList<>(changed);
        ordered.sort(Comparator.comparing(story -> !isGone(story)));
        return ordered;
    }

    private StoryState stateOf(String story) {
        return isGone(story)
                ? StoryState.closed(story, successorOf(story), movedFrom(story))
                : StoryState.open(story, changeOf(story), previousIds(story), index.articlesOf(story));
    }

    private List<StoryArticle> movedFrom(String story) {
        return decision.moved().stream()
                .filter(moved -> moved.from().equals(story))
                .flatMap(moved -> moved.articles().stream())
                .toList();
    }

    private StoryChangeKind changeOf(String story) {
        boolean own = story.equals(decision.story());
        Change kind = decision.change();
        return switch (own || kind == Change.SPLIT ? kind : Change.SPLIT) {
            case STARTED -> StoryChangeKind.STARTED;
            case GREW -> StoryChangeKind.GREW;
            case MERGED -> StoryChangeKind.MERGED;
            case SPLIT -> StoryChangeKind.SPLIT;
            case REVISED -> StoryChangeKind.REVISED;
        };
    }

    /** Returns whether a story has no articles any more. */
    boolean isGone(String story) {
        return index.strandsOf(story).isEmpty();
    }

    /** Returns the stories whose articles entered a story by this change, in order. */
    private List<String> previousIds(String story) {
        return decision.moved().stream()
                .filter(moved -> moved.to().equals(story))
                .map(Moved::from)
                .distinct()
                .toList();
    }

    /** Returns the story that took over the articles of one that is gone. */
    String successorOf(String story) {
        String successor = story;
        for (Moved moved : decision.moved()) {
            successor = moved.from().equals(successor) ? moved.to() : successor;
        }
        return successor;
    }
}
