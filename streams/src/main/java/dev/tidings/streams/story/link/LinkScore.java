package dev.tidings.streams.story.link;

/**
 * How likely two articles of different languages tell of one event.
 *
 * @param cosine weight of what they share against what each could share, 0 to 1 or little more
 * @param size natural logarithm of the pairs of names that could agree by chance
 * @param logit natural logarithm of the odds
 * @param sharedWeight weight of what they share
 * @param sharedThings how many things they share
 * @param sounds whether a name or a day is among them
 */
public record LinkScore(
        double cosine, double size, double logit, double sharedWeight, int sharedThings, boolean sounds) {}
