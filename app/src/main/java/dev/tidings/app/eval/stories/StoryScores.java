package dev.tidings.app.eval.stories;

/**
 * How well articles were grouped into stories, by B-cubed (Bagga and Baldwin, 1998): for each labelled article the share
 * of its story that belongs with it, and the share of what belongs with it that is in its story; the means over
 * articles.
 *
 * @param precision B-cubed precision, 0 to 1
 * @param recall B-cubed recall, 0 to 1
 * @param f1 harmonic mean of both
 * @param largest articles of the largest story
 * @param shareInLarge share of all articles that are in stories of more than {@link #LARGE} articles, 0 to 1
 */
public record StoryScores(double precision, double recall, double f1, int largest, double shareInLarge) {

    /** What is larger is hardly ever one event. */
    public static final int LARGE = 30;

    static StoryScores of(GroupScores groups) {
        double precision = groups.precision();
        double recall = groups.recall();
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new StoryScores(precision, recall, f1, groups.largestSize(), groups.shareInLarger(LARGE));
    }
}
