package dev.tidings.consumer.store;

import java.util.List;
import java.util.Optional;

/** The stories of a store: which articles tell of the same event. */
public interface StoryRepository {

    /** Returns the stories that meet a query, without copies, those with the newest members last. */
    List<StoredStory> listStories(StoryQuery query);

    /**
     * Returns the story of an article, with copies; empty when it belongs to none. The first member names the story
     * as any other does; a copy belongs to the story of what it copies. What names no article may name a story: of one
     * that is gone, the one that took it over is returned.
     *
     * @param idOrUri id or uri of the article, or id of the story
     */
    Optional<StoredStory> findStory(String idOrUri);
}
