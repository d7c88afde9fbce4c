package dev.tidings.text.language;

/**
 * Working memory of one thread.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class IdentifierBuffers {
    private static final int GLANCE = 120;

    final TextExcerpt glance = new TextExcerpt(GLANCE);
    public final TextExcerpt textExcerpt = new TextExcerpt(TextExcerpt.WINDOW);
    public final NgramFeatures ngramFeatures = new NgramFeatures();
    public final int[] sums = new int[LanguageModel.DIMENSIONS];
    final FeatureSum featureSum = new FeatureSum();
    final CandidateRanking candidateRanking = new CandidateRanking();
    /** See {@link RowSum#sumRows}. */
    long seen;

    private int[] rows = new int[1024];

    /** Returns room for the rows of as many features as {@link #ngramFeatures} holds. */
    int[] rowBuffer() {
        if (rows.length < ngramFeatures.size()) {
            rows = new int[Math.max(2 * rows.length, ngramFeatures.size())];
        }
        return rows;
    }
}
