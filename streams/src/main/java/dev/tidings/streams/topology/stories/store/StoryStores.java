package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.util.List;

/**
 * Every store of the story stage: name, key, value. They are made as those of deduplication, see {@link DedupStores}.
 */
public final class StoryStores {

    /** Slot to the article in it, that of an expired one is overwritten: so an article is one record of the changelog. */
    public static final String ARTICLES = "stories-window";
    /** Strand to the id of its story, where that is not named after it; and one entry for the time of the stage. */
    public static final String LABELS = "stories-labels";
    /** Slot to the copy in it, that of one whose original has expired is overwritten. */
    public static final String COPIES = "stories-copies";

    /** Stores of versions that kept every term and member apart. */
    private static final List<String> FORMER = List.of(
            "stories-articles",
            "stories-groups",
            "stories-members",
            "stories-terms",
            "stories-times",
            "stories-progress");

    private StoryStores() {}

    /** Returns the names of stores that former versions had: their changelogs are of no use any more. */
    public static List<String> formerNames() {
        return FORMER;
    }

    /** Returns the names of all stores. */
    public static List<String> storeNames() {
        return List.of(ARTICLES, LABELS, COPIES);
    }
}
