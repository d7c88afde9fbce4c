package dev.tidings.streams.story.group;

import java.time.Duration;

/**
 * How long and how many articles are remembered. Whatever is reached first makes the eldest leave.
 *
 * @param window how long, by raw record time
 * @param maxArticles how many, at least 1
 */
public record StoryMemory(Duration window, int maxArticles) {

    /** A week, and as many as come. */
    public static final StoryMemory USUAL = new StoryMemory(Duration.ofDays(7), Integer.MAX_VALUE);
}
