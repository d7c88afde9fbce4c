package dev.tidings.app.eval.articles;

/**
 * How often a field was right.
 *
 * @param right how often
 * @param of out of how many
 */
public record FieldScore(long right, long of) {

    public static final FieldScore NONE = new FieldScore(0, 0);

    public FieldScore addScore(long moreRight, long more) {
        return new FieldScore(right + moreRight, of + more);
    }
}
