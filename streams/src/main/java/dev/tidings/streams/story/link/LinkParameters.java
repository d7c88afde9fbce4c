package dev.tidings.streams.story.link;

/**
 * Every number by which strands of different languages become one story, but for those by which two articles are
 * scored (PairScoreParameters). Chosen by hand on parallel texts alone and within unrelated news of sixteen languages.
 */
public final class LinkParameters {

    /** Names of an article that are kept, the rarest. */
    public static final int MAX_NAMES = 96;

    /** Entities of an article that are kept, the first; as many numbers and days. */
    public static final int MAX_OTHERS = 48;

    /** Keys under which an article is found and looks for others, the rarest. */
    public static final int MAX_KEYS = 64;

    /** Most entries of the index that are read for an article. */
    public static final int MAX_ENTRIES = 4_000;

    /**
     * Weight of the shared keys that an article needs to be scored, as a multiple of the logarithm of the articles
     * remembered: less has hardly ever led to a link.
     */
    public static final double CANDIDATE_FACTOR = 1.75;

    /** Articles that are scored in full. */
    public static final int MAX_CANDIDATES = 24;

    /** The eldest articles of a strand stand for it. */
    public static final int STRAND_REPRESENTATIVES = 3;

    /** Articles that stand for a story. */
    public static final int STORY_REPRESENTATIVES = 6;

    /** Shared weight that a pair needs, as a multiple of the logarithm of the articles remembered. */
    public static final double EVIDENCE_FACTOR = 1.25;

    /** Shared things that a pair needs. */
    public static final int MIN_SHARED = 2;

    /** One pair's logit does not count further than this. */
    public static final double MAX_LOGIT = 3;

    /** One pair's logit does not count below this. */
    public static final double MIN_LOGIT = -3;

    /** What is added to the mean logit when two representatives agree. */
    public static final double TWO_AGREE = 0.8;

    /** What is added when three or more do. */
    public static final double MORE_AGREE = 1.2;

    /** Probability, 0 to 1, from which a strand is of a story of another language. */
    public static final double LINK_THRESHOLD = 0.65;

    /** Probability, 0 to 1, from which a further story is the same. */
    public static final double FURTHER_THRESHOLD = 0.65;

    /** Mean cosine of two strands of one language below which their stories are two. */
    public static final double APART_THRESHOLD = 0.08;

    /** Most strands of a story. */
    public static final int MAX_STRANDS = 40;

    private LinkParameters() {}
}
