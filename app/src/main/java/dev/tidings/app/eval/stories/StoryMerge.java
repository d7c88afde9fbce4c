package dev.tidings.app.eval.stories;

import java.util.List;

/**
 * Two articles that are in one story now, to be read by somebody.
 *
 * @param kind how they came together
 * @param languages their languages, one where both have the same ({@code en}, {@code ckb-en})
 * @param article id of the one that came into the story
 * @param title its first line
 * @param nearest id of the one that it met there
 * @param nearestTitle first line of that
 * @param score how likely the article that brought them together belongs to its story, 0 to 1
 * @param reasons what both share; empty where two stories became one
 */
public record StoryMerge(
        Kind kind,
        String languages,
        String article,
        String title,
        String nearest,
        String nearestTitle,
        double score,
        List<String> reasons) {

    /** How two articles came together. */
    public enum Kind {
        /** One joined the story of the other, which it is likest. */
        JOINED,
        /** One is the eldest of a story that became part of the other's, by that other article. */
        STORIES_MERGED
    }

    /** Freezes the reasons. */
    public StoryMerge {
        reasons = List.copyOf(reasons);
    }
}
