package dev.tidings.streams.enrich;

/**
 * Somebody the article is owed to.
 *
 * @param name name, verbatim
 * @param role role, e.g. credit, agency, publisher
 */
public record Credit(String name, String role) {}
