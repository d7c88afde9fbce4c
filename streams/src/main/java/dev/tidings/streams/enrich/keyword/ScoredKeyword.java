package dev.tidings.streams.enrich.keyword;

/**
 * A word or phrase a text is about.
 *
 * @param term as the text first writes it
 * @param score how much, 0 to 1
 */
public record ScoredKeyword(String term, double score) {}
