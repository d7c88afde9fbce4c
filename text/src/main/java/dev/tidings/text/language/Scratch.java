package dev.tidings.text.language;

/** Working memory of one thread. */
final class Scratch {
    private static final int GLANCE = 120;

    final Excerpt glance = new Excerpt(GLANCE);
    final Excerpt excerpt = new Excerpt(Excerpt.WINDOW);
    final Grams grams = new Grams();
    final int[] sums = new int[Model.DIMENSIONS];
    final Ranking ranking = new Ranking();
    /** See {@link RowSum#add}. */
    long seen;

    private int[] rows = new int[1024];

    /** Returns room for the rows of as many features as {@link #grams} holds. */
    int[] rows() {
        if (rows.length < grams.size()) {
            rows = new int[Math.max(2 * rows.length, grams.size())];
        }
        return rows;
    }
}
