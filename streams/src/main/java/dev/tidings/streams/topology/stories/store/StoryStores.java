package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.util.List;

/** Every store of the story stage: name, key, value. They are made as those of deduplication, see {@link DedupStores}. */
public final class StoryStores {

    /** Article id to the article: its story, features, and what it is found by. */
    public static final String ARTICLES = "stories-articles";
    /** Story id to its members. */
    public static final String GROUPS = "stories-groups";
    /** Article id to what is said of it as a member. */
    public static final String MEMBERS = "stories-members";
    /** Hash of an anchor, time and id of an article that is found by it, to nothing. */
    public static final String TERMS = "stories-anchors";
    /** Time and id of what will expire, to nothing. */
    public static final String TIMES = "stories-times";
    /** One entry: the time before which everything is to be forgotten. */
    public static final String PROGRESS = "stories-progress";

    private StoryStores() {}

    /** Returns the names of all stores. */
    public static List<String> storeNames() {
        return List.of(ARTICLES, GROUPS, MEMBERS, TERMS, TIMES, PROGRESS);
    }
}
