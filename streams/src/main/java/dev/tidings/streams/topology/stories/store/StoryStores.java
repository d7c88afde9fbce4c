package dev.tidings.streams.topology.stories.store;

import dev.tidings.streams.topology.dedup.store.DedupStores;
import java.util.List;

/**
 * Every store of the story stage: name, key, value. They are made as those of deduplication, see {@link DedupStores}.
 */
public final class StoryStores {

    /** Article id to the article: its story, features, and the terms it is indexed under. */
    public static final String ARTICLES = "stories-articles";
    /** Story id to its members. */
    public static final String GROUPS = "stories-groups";
    /** Article id to its membership. */
    public static final String MEMBERS = "stories-members";
    /** Hash of a term, time and id of an article that is indexed under it, to nothing. */
    public static final String TERMS = "stories-terms";
    /** Time and id of what will expire, to nothing. */
    public static final String TIMES = "stories-times";
    /** One entry: the time before which every article expires. */
    public static final String PROGRESS = "stories-progress";

    private StoryStores() {}

    /** Returns the names of all stores. */
    public static List<String> storeNames() {
        return List.of(ARTICLES, GROUPS, MEMBERS, TERMS, TIMES, PROGRESS);
    }
}
