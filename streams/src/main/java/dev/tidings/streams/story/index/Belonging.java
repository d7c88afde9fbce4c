package dev.tidings.streams.story.index;

import java.util.List;
import java.util.Optional;

/**
 * Why an article belongs to its story.
 *
 * @param score how well it fits, 0 to 1; 1 for the first member
 * @param nearest id of the member that it is likest; empty for the first
 * @param reasons what it shares with that member, the strongest first
 */
public record Belonging(double score, Optional<String> nearest, List<StoryReason> reasons) {

    /** Of the first member of a story. */
    public static final Belonging FIRST = new Belonging(1, Optional.empty(), List.of());

    /** Freezes the reasons. */
    public Belonging {
        reasons = List.copyOf(reasons);
    }
}
