package dev.tidings.producer.format;

/**
 * A credit or agency that an input names.
 *
 * @param name as it stands in the input
 * @param role e.g. credit, agency, publisher; empty when the input gives none
 */
public record SuppliedCredit(String name, String role) {}
