package dev.tidings.text.vocabulary;

/**
 * Where a part of an article was found.
 *
 * @param part name of the part, e.g. {@code title}; empty for a key that is no part of anything
 * @param key path of the key
 * @param value what stands there, as text
 */
public record MappedKey(String part, String key, String value) {}
