package dev.tidings.streams.story.index;

import dev.tidings.streams.story.link.LinkFeatures;
import dev.tidings.streams.story.posting.PackedSlots;
import dev.tidings.streams.story.strand.TermVector;
import org.jspecify.annotations.Nullable;

/**
 * An article that is remembered: what it is compared by, and the strand it is in. For the thread of its index, which
 * alone changes it.
 */
public final class StoryArticle {

    private final long sequence;
    private final int slot;
    private final long clock;
    private final String language;
    private ArticleDetails details;
    private Belonging belonging;
    private Terms terms;
    private long strand;
    private String strandName;
    private boolean posted;
    private @Nullable StrandEntry entry;

    /**
     * What an article is compared by.
     *
     * @param vector its terms within its language
     * @param link its terms across languages
     * @param lighter places in the counts of its terms that are too light for the vector
     */
    public record Terms(TermVector vector, LinkFeatures link, PackedSlots lighter) {}

    /**
     * Makes an article that is in a strand.
     *
     * @param sequence number of its arrival, ascending
     * @param slot key under which it is stored; that of an expired article is used again
     * @param clock time of the stage at its arrival, in milliseconds since 1970: it expires a window later
     * @param language primary language subtag
     * @param strand sequence of the strand's first article
     * @param strandName the story id that the strand has by itself
     */
    public StoryArticle(
            long sequence,
            int slot,
            long clock,
            String language,
            ArticleDetails details,
            Belonging belonging,
            Terms terms,
            long strand,
            String strandName) {
        this.sequence = sequence;
        this.slot = slot;
        this.clock = clock;
        this.language = language.intern();
        this.details = details;
        this.belonging = belonging;
        this.terms = terms;
        this.strand = strand;
        this.strandName = strandName;
    }

    public long sequence() {
        return sequence;
    }

    public int slot() {
        return slot;
    }

    public long clock() {
        return clock;
    }

    public String language() {
        return language;
    }

    public String id() {
        return details.articleId();
    }

    public ArticleDetails details() {
        return details;
    }

    public Belonging belonging() {
        return belonging;
    }

    public TermVector vector() {
        return terms.vector();
    }

    public LinkFeatures link() {
        return terms.link();
    }

    /** Returns the places in the counts of its terms that are too light for the vector. */
    public PackedSlots lighterTerms() {
        return terms.lighter();
    }

    public long strand() {
        return strand;
    }

    public String strandName() {
        return strandName;
    }

    /**
     * Returns the strand it is in.
     *
     * @throws IllegalStateException when no index holds it
     */
    StrandEntry entry() {
        if (entry == null) {
            throw new IllegalStateException("article " + id() + " is in no strand");
        }
        return entry;
    }

    void enter(StrandEntry strandEntry) {
        entry = strandEntry;
    }

    void revise(ArticleDetails newDetails, Belonging newBelonging, Terms newTerms) {
        details = newDetails;
        belonging = newBelonging;
        terms = newTerms;
    }

    void moveTo(long otherStrand, String name) {
        strand = otherStrand;
        strandName = name;
    }

    boolean isPosted() {
        return posted;
    }

    void setPosted(boolean nowPosted) {
        posted = nowPosted;
    }
}
