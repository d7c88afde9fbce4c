package dev.tidings.streams.story.index;

/**
 * A copy of an article that is remembered.
 *
 * @param id article id of the copy
 * @param slot key under which it is stored
 * @param source root, feed or service it comes from
 * @param originalId article id of what it is a copy of
 * @param original sequence of that article, which another one of its id has not
 */
public record CarriedCopy(String id, int slot, String source, String originalId, long original) {}
