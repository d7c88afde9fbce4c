package dev.tidings.app.eval.stories;

import java.util.List;

/**
 * An article that joined a story, to be read by somebody.
 *
 * @param article its id
 * @param title its first line
 * @param nearest id of the member that it is likest
 * @param nearestTitle first line of that
 * @param score how likely it belongs there, 0 to 1
 * @param reasons what both share
 */
public record StoryMerge(
        String article, String title, String nearest, String nearestTitle, double score, List<String> reasons) {

    /** Freezes the reasons. */
    public StoryMerge {
        reasons = List.copyOf(reasons);
    }
}
