package dev.tidings.streams.story;

/**
 * What two articles share, measured in four ways.
 *
 * @param cosine weight of shared names, entities, days and numbers against the weight of all of both
 * @param overlap the same against the article that names less
 * @param weight the same by itself
 * @param words cosine of the words; 0 across languages
 */
record PairEvidence(double cosine, double overlap, double weight, double words) {}
