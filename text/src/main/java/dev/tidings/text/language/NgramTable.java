package dev.tidings.text.language;

/**
 * Which row of the model belongs to a feature. A bucket holds four rows, each guarded by one byte of its owner's
 * hash; a feature that owns no row is unknown and has no say, so the n-grams of a foreign name add no noise.
 *
 * <p>Lookups are a pure function of the check bytes; instances that share them are safe for any number of threads.
 *
 * <p>Not part of the API: public for the trainer of the model.
 */
public final class NgramTable {
    public static final int BUCKET = 4;
    /** Answer of {@link #findRow}: the feature is not known. */
    public static final int UNKNOWN = -1;

    private static final int ONES = 0x01010101;
    private static final int HIGHS = 0x80808080;

    private final int[] checks;

    /** One int a bucket: four check bytes, 0 for a free row, the first row in the lowest byte. */
    public NgramTable(int[] checks) {
        this.checks = checks;
    }

    public static int bucketOf(long hash, int buckets) {
        return (int) (((hash & 0xFFFFFFFFL) * buckets) >>> 32);
    }

    /** Returns the guarding byte of a hash, 1 to 255. */
    public static int checkByte(long hash) {
        int check = (int) (hash >>> 56);
        return check == 0 ? 1 : check;
    }

    /**
     * Returns the row of a feature within the buckets {@code first} to {@code first + buckets}, or {@link #UNKNOWN}.
     */
    public int findRow(long hash, int first, int buckets) {
        int bucket = first + bucketOf(hash, buckets);
        int difference = checks[bucket] ^ (checkByte(hash) * ONES);
        int zeros = (difference - ONES) & ~difference & HIGHS;
        return zeros == 0 ? UNKNOWN : bucket * BUCKET + (Integer.numberOfTrailingZeros(zeros) >>> 3);
    }

    /**
     * Looks all features up and writes the rows of the known ones into {@code rows}, in their order.
     *
     * <p>Without a branch on the answer: whether a feature is known is close to a coin toss for the processor, and
     * the table is larger than its near caches.
     *
     * @param rows of at least {@link NgramFeatures#size()} places
     * @return how many are known
     */
    int findRows(NgramFeatures ngramFeatures, int first, int buckets, int[] rows) {
        int known = 0;
        for (int i = 0; i < ngramFeatures.size(); i++) {
            long hash = ngramFeatures.hash(i);
            int bucket = first + bucketOf(hash, buckets);
            int difference = checks[bucket] ^ (checkByte(hash) * ONES);
            int zeros = (difference - ONES) & ~difference & HIGHS;
            rows[known] = bucket * BUCKET + (Integer.numberOfTrailingZeros(zeros) >>> 3);
            known += (zeros | -zeros) >>> 31;
        }
        return known;
    }
}
