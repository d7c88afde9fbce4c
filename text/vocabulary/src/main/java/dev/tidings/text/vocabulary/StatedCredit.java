package dev.tidings.text.vocabulary;

/**
 * An agency or publisher that an article names.
 *
 * @param name verbatim
 * @param role e.g. agency, publisher; empty when none is given
 */
public record StatedCredit(String name, String role) {}
