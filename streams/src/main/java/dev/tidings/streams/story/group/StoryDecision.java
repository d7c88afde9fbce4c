package dev.tidings.streams.story.group;

import dev.tidings.streams.story.index.StoryArticle;
import java.util.List;

/**
 * What became of an article.
 *
 * @param article the article
 * @param story id of its story
 * @param change what it did to its story
 * @param moved articles that have another story for it
 */
public record StoryDecision(StoryArticle article, String story, Change change, List<Moved> moved) {

    /** What an article does to its story. */
    public enum Change {
        /** It is the first of it. */
        STARTED,
        /** It joined. */
        GREW,
        /** It joined, and showed another story to be the same. */
        MERGED,
        /** It joined, and the story fell into two. */
        SPLIT,
        /** It was there before, and is a later revision. */
        REVISED
    }

    /**
     * Articles that have another story now.
     *
     * @param from the story they left; it is gone when it has no articles any more
     * @param to the story they entered
     * @param articles the articles, the eldest first
     */
    public record Moved(String from, String to, List<StoryArticle> articles) {

        /** Freezes the articles. */
        public Moved {
            articles = List.copyOf(articles);
        }
    }

    /** Freezes the list. */
    public StoryDecision {
        moved = List.copyOf(moved);
    }

    /** Returns whether the article is the first of its story. */
    public boolean isFirst() {
        return change == Change.STARTED;
    }
}
