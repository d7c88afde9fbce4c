package dev.tidings.streams.story.score;

/**
 * What two articles share, in numbers.
 *
 * @param cosine weight of shared names, entities, days and numbers against what each could share
 * @param words cosine of the words; 0 across languages
 * @param size logarithm of the pairs of names that could agree by chance
 */
public record PairEvidence(double cosine, double words, double size) {}
