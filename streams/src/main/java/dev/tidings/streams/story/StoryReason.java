package dev.tidings.streams.story;

/**
 * One thing that an article shares with a member of its story.
 *
 * @param kind what it is: never a word
 * @param value name as the article writes it, English label or country code, ISO date, or number
 * @param weight how much it counted, above 0: the rarer, the more
 */
public record StoryReason(Anchor.Kind kind, String value, double weight) {}
