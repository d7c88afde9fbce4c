package dev.tidings.streams.dedup.match;

/**
 * Every threshold by which two texts are matched as copies of each other. The table in {@code docs/duplicates.md} has
 * the same names and numbers, and a test compares the two.
 *
 * <p>Units: a length is a count of distinct shingles of the shorter text. A share is 0 to 1: <em>Jaccard</em> is shared
 * shingles over all shingles, <em>containment</em> is the share of the shorter text's shingles, <em>lead</em> is the
 * share of the first quarter of a text, of both texts the smaller, <em>quarter</em> is the share of one quarter of the
 * shorter text.
 *
 * <p>Origin: chosen by hand, so that the labelled near-duplicates (English, Central Kurdish, Chinese, Thai) are found
 * while natural news is not merged: the 20,168 articles of MasakhaNEWS, whose merges were read. No program fits them.
 * Where one has another origin, it says so. A change of any of them is a change of the rules, and needs another rules
 * version.
 */
public final class DuplicateThresholds {

    /** Share that no two texts reach: such a pair never passes. */
    public static final double NEVER = 2;

    /** Length below which a text is short: it may agree with another one by chance. */
    public static final int SHORT_TEXT_THRESHOLD = 40;

    /** Length from which a text is long: what it shares is no chance any more. */
    public static final int LONG_TEXT_THRESHOLD = 120;

    /**
     * Length from which a short text is more than a caption: the line under a series of pictures is the same every
     * week.
     */
    public static final int CAPTION_LENGTH_THRESHOLD = 20;

    /**
     * Length from which two texts share more than the frame of a site. Origin: frames have up to 150 words, in which
     * two short texts agree as long as the frame is not known.
     */
    public static final int FRAME_LENGTH_THRESHOLD = 180;

    /** Fewest numbers (count, of the text with fewer) that say anything; below it numbers agree. */
    public static final int MIN_NUMBERS = 3;

    /** Share of the numbers below which two texts are one template with two events. */
    public static final double SAME_NUMBERS_THRESHOLD = 0.6;

    /** Share of the numbers from which one title is believed: the rates of every day stand under one title. */
    public static final double TRUSTED_TITLE_NUMBERS_THRESHOLD = 0.7;

    /** Fewest tokens (count, of the shorter title) that say anything; below it the titles are unknown. */
    public static final int MIN_TITLE_TOKENS = 3;

    /** Share of the shorter title's tokens from which titles are the same. */
    public static final double SAME_TITLE_THRESHOLD = 0.85;

    /**
     * Share of the longer title's tokens from which titles are the same: one word other in a short headline is another.
     */
    public static final double SAME_LONGER_TITLE_THRESHOLD = 0.75;

    /** Share of the shorter title's tokens from which titles are alike. */
    public static final double ALIKE_TITLE_THRESHOLD = 0.7;

    /** Most words (count) that are others in a headline that was edited: "wins", "loses". */
    public static final int MAX_EDITED_TITLE_WORDS = 2;

    /** Fewest shingles (count) of a quarter in the sketch; with fewer its share is taken to be 0. */
    public static final int MIN_QUARTER_SHINGLES = 3;

    /**
     * Lead from which two texts begin alike. Origin: of 69 pairs of MasakhaNEWS that share a fifth under two headlines,
     * the 8 copies begin alike and the follow-ups do not.
     */
    public static final double LEAD_THRESHOLD = 0.3;

    /** Jaccard from which the lead is not asked for: hardly more than a frame around it can differ. */
    public static final double NEAR_WITHOUT_LEAD_THRESHOLD = 0.85;

    /** Jaccard from which texts under the same title are near. */
    public static final LengthThreshold SAME_TITLE_NEAR_THRESHOLD = new LengthThreshold(0.6, 0.45, 0.4);

    /** Jaccard from which texts under titles that are alike are near. */
    public static final LengthThreshold ALIKE_TITLE_NEAR_THRESHOLD = new LengthThreshold(NEVER, 0.95, 0.5);

    /** Jaccard from which texts under other titles are near. */
    public static final LengthThreshold OTHER_TITLE_NEAR_THRESHOLD = new LengthThreshold(NEVER, 0.85, 0.55);

    /** The same for texts below {@link #FRAME_LENGTH_THRESHOLD}. */
    public static final LengthThreshold OTHER_TITLE_IN_FRAME_NEAR_THRESHOLD = new LengthThreshold(NEVER, 0.85, 0.6);

    /** Jaccard from which texts are near when a title is unknown. */
    public static final LengthThreshold UNKNOWN_TITLE_NEAR_THRESHOLD = new LengthThreshold(0.8, 0.65, 0.5);

    /** Fewest shared shingles (count) for containment under the same title. */
    public static final int MIN_SAME_TITLE_SHARED = 4;

    /** Fewest shared shingles (count) for containment under any other title. */
    public static final int MIN_SHARED = 5;

    /** Shared shingles (count) below which few are known to be shared. */
    public static final int FEW_SHARED_THRESHOLD = 12;

    /** How many times longer (ratio of lengths, from 1) a text is from which it is the longer one for certain. */
    public static final double LONGER_TEXT_THRESHOLD = 1.5;

    /** Containment from which the shorter text is contained under the same title. */
    public static final LengthThreshold SAME_TITLE_CONTAINED_THRESHOLD = new LengthThreshold(0.75, 0.8, 0.75);

    /** Containment from which the shorter text is contained under any other title. */
    public static final LengthThreshold CONTAINED_THRESHOLD = new LengthThreshold(0.95, 0.85, 0.8);

    /** The same for texts of about one length: each may be one form filled in. */
    public static final LengthThreshold ABOUT_EQUAL_CONTAINED_THRESHOLD = new LengthThreshold(NEVER, 0.97, 0.8);

    /** The same under other titles when few shingles are shared: they show a copy only if none is missing. */
    public static final LengthThreshold FEW_SHARED_CONTAINED_THRESHOLD = new LengthThreshold(0.95, 0.95, 0.8);

    /** Jaccard from which a longer text under another title expands the indexed one; below it is a round-up. */
    public static final double EXPANSION_THRESHOLD = 0.3;

    /** Jaccard from which a text is rewritten. */
    public static final double REWRITTEN_THRESHOLD = 0.2;

    /** Jaccard from which a text that is not short is rewritten under the same title, if every quarter agrees. */
    public static final double SAME_TITLE_REWRITTEN_THRESHOLD = 0.12;

    /** Least quarter from which every quarter of a text agrees. */
    public static final double QUARTER_THRESHOLD = 0.1;

    /** Least quarter from which every quarter agrees under titles that are alike. */
    public static final double ALIKE_TITLE_QUARTER_THRESHOLD = 0.2;

    /** Jaccard and least quarter for rewritten texts below {@link #LONG_TEXT_THRESHOLD} under other titles. */
    public static final double MEDIUM_REWRITTEN_THRESHOLD = 0.4;

    /** Jaccard from which a short text under another title is rewritten, and so nearly the same. */
    public static final double SHORT_REWRITTEN_THRESHOLD = 0.95;

    /** Share of the best quarter from which lead and least quarter show that a text agrees evenly. */
    public static final double EVEN_QUARTERS_THRESHOLD = 0.5;

    /** Jaccard from which two texts are related. */
    public static final double RELATED_JACCARD_THRESHOLD = 0.2;

    /** Containment from which two texts are related. */
    public static final double RELATED_CONTAINMENT_THRESHOLD = 0.4;

    /** Jaccard below which a URL under another title carries another article than before. */
    public static final double REUSED_URL_THRESHOLD = 0.1;

    /** Fewest shingles (count) that are left of both texts without a third one for it to tell anything. */
    public static final int MIN_REST_SHINGLES = 3;

    /**
     * Share of the containment below which what is left of two texts without a third one shows a frame. Origin: who
     * rewrites one text twice loses other words each time; with it 23 of 1,080 framed briefs join another story,
     * without the rule 158.
     */
    public static final double SHARED_REST_THRESHOLD = 0.5;

    /** Factor of containment beside Jaccard when the best of several matches is chosen. */
    public static final double CONTAINMENT_WEIGHT = 0.99;

    /** Most postings (count) of a key. A key that so many articles have is too common and is not used. */
    public static final int MAX_KEY_ARTICLES = 16;

    /** Most articles (count) of a key that are compared. */
    public static final int MAX_COMPARED_ARTICLES = 8;

    private DuplicateThresholds() {}
}
