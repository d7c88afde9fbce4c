package dev.tidings.streams.enrich;

/**
 * A person or organisation that the article is credited to.
 *
 * @param name name, verbatim
 * @param role role, e.g. credit, agency, publisher
 */
public record Credit(String name, String role) {}
