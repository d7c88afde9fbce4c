package dev.tidings.streams.story.feature;

import dev.tidings.text.orthography.PhoneticKey;

/**
 * A word of a name.
 *
 * @param surface the word as the text first writes it, for people
 * @param sound its sound, by which it compares
 */
public record EventName(String surface, PhoneticKey sound) {}
