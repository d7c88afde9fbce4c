package dev.tidings.streams.story.strand;

/**
 * Every number by which articles of one language are put together. Chosen by hand on labelled English events (ECB+,
 * odd topics) alone and within unrelated news of sixteen languages.
 */
public final class StrandParameters {

    /** Score from which an article joins a strand. */
    public static final double JOIN_THRESHOLD = 0.23;

    /** Share, 0 to 1, of the threshold below which a revised article leaves its strand. */
    public static final double LEAVE_SHARE = 0.5;

    /** Mean cosine, 0 to 1, from which two strands that one article fits are one story. */
    public static final double UNION_THRESHOLD = 0.25;

    /** Mean cosine of two strands, as a share of that within them, from which they are one story. */
    public static final double UNION_SHARE = 0.85;

    /** Mean cosine of the members of a strand, as it usually is. */
    public static final double USUAL_COSINE = 0.45;

    /** Share, 0 to 1, of a score that names and other words must both bring. */
    public static final double BOTH_SHARE = 0.5;

    /** What the words of a script without capitals count: there nothing tells names from other words. */
    public static final double UNCASED_FACTOR = 1.0;

    /** Count of articles of a language that are assumed before the first comes. */
    public static final int ASSUMED_ARTICLES = 5_000;

    /** Count of these that are assumed to have any term. */
    public static final int ASSUMED_COUNT = 5;

    /** Likeness across two parts of a strand, as a share of that within them, below which they are two strands. */
    public static final double SPLIT_THRESHOLD = 0.66;

    /** Fewest articles of a part that leaves. */
    public static final int MIN_SPLIT_MEMBERS = 3;

    /** Terms of the vector of an article. */
    public static final int VECTOR_TERMS = 64;

    /** Length of a vector, in the units of its weights. */
    public static final int VECTOR_LENGTH = 400;

    /** Heaviest terms under which an article is found. */
    public static final int POSTED_TERMS = 12;

    /** Heaviest terms by which strands are looked for. */
    public static final int ASKED_TERMS = 16;

    /** Most entries of the index that are read for an article. */
    public static final int MAX_ENTRIES = 1_500;

    /** Strands that are scored in full. */
    public static final int MAX_CANDIDATES = 12;

    /** Most articles of a strand: whatever is so common is no event. */
    public static final int MAX_MEMBERS = 500;

    /** Score at which an article belongs to a strand as likely as not. */
    public static final double EVEN_SCORE = 0.2;

    /** Logit of belonging for each unit of score. */
    public static final double LOGIT_PER_SCORE = 20;

    private StrandParameters() {}

    /** Returns how likely an article belongs to a strand that it fits by a score. */
    public static double probabilityOf(double score) {
        return 1 / (1 + StrictMath.exp(LOGIT_PER_SCORE * (EVEN_SCORE - score)));
    }
}
