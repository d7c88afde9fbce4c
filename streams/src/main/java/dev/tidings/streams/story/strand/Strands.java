package dev.tidings.streams.story.strand;

import dev.tidings.streams.story.feature.TermList;
import dev.tidings.streams.story.posting.BestNumbers;
import dev.tidings.streams.story.posting.PackedSlots;
import dev.tidings.streams.story.posting.PostingTable;
import dev.tidings.streams.story.posting.TermCounts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The strands of all languages. An article is held against the average member of a strand, never against its nearest
 * alone, so that a strand does not creep from one event to the next. For one thread.
 */
public final class Strands {

    private static final Comparator<Fit> BEST_FIRST = Comparator.comparingDouble(Fit::score)
            .reversed()
            .thenComparingLong(fit -> fit.strand().id());

    private final TermCounts counts = new TermCounts();
    private final Map<String, Integer> articles = new TreeMap<>();
    private final PostingTable postings = new PostingTable();
    private final List<@Nullable Strand> byNumber = new ArrayList<>();
    private final List<Integer> freeNumbers = new ArrayList<>();
    private final BestNumbers best = new BestNumbers(StrandParameters.MAX_CANDIDATES);
    private final int[] found = new int[StrandParameters.MAX_ENTRIES];
    private int foundCount;
    private double[] shared = new double[1 << 10];

    /** Makes it without strands, with the usual counts of common words. */
    public Strands() {
        UsualCounts.addTo(counts);
    }

    /**
     * A strand that an article may belong to.
     *
     * @param strand the strand
     * @param score how well the article fits, 0 to 1
     */
    public record Fit(Strand strand, double score) {}

    /**
     * Counts the terms of an article, or takes them out.
     *
     * @param lighter places of its terms that are not in the vector
     * @param change 1 or -1
     */
    public void countTerms(String language, TermVector vector, PackedSlots lighter, int change) {
        for (int term = 0; term < vector.size(); term++) {
            counts.addTo(TermCounts.slotOf(vector.hashAt(term)), change);
        }
        for (int slot : lighter.slots()) {
            counts.addTo(slot, change);
        }
        articles.merge(language, change, Integer::sum);
    }

    /** Returns the vector of an article whose terms are counted. */
    public TermVector vectorOf(TermList terms, String language) {
        return VectorBuilder.vectorOf(terms, counts, articles.getOrDefault(language, 0));
    }

    /** Returns how rare a term of a language is: the natural logarithm of the inverse share of articles with it. */
    public double rarityOf(int hash, String language) {
        return VectorBuilder.rarityOf(hash, counts, articles.getOrDefault(language, 0));
    }

    /** Returns whether there are articles of any other language. */
    public boolean hasOtherThan(String language) {
        return articles.entrySet().stream()
                .anyMatch(count -> count.getValue() > 0 && !count.getKey().equals(language));
    }

    /** Returns the strands that an article may belong to, the best first. */
    public List<Fit> fittingStrands(TermVector vector, String language) {
        List<Fit> fits = new ArrayList<>();
        for (Strand candidate : candidates(vector)) {
            if (candidate.language().equals(language) && candidate.memberCount() < StrandParameters.MAX_MEMBERS) {
                fits.add(new Fit(candidate, candidate.overlapWith(vector).score()));
            }
        }
        fits.sort(BEST_FIRST);
        return fits;
    }

    private List<Strand> candidates(TermVector vector) {
        int budget = StrandParameters.MAX_ENTRIES;
        for (int term : vector.heaviestTerms(StrandParameters.ASKED_TERMS)) {
            int count = postings.countUnder(vector.hashAt(term));
            if (count <= budget) {
                budget -= count;
                double square = (double) vector.weightAt(term) * vector.weightAt(term);
                postings.forEachUnder(vector.hashAt(term), number -> addShared(number, square));
            }
        }
        return takeBest();
    }

    private void addShared(int number, double weight) {
        if (shared[number] == 0) {
            found[foundCount++] = number;
        }
        shared[number] += weight;
    }

    private List<Strand> takeBest() {
        best.clear();
        for (int at = 0; at < foundCount; at++) {
            int number = found[at];
            if (best.mayKeep(shared[number])) {
                best.offer(number, shared[number], strandAt(number).id());
            }
            shared[number] = 0;
        }
        foundCount = 0;
        List<Strand> strands = new ArrayList<>(StrandParameters.MAX_CANDIDATES);
        for (int number : best.bestFirst()) {
            strands.add(strandAt(number));
        }
        return strands;
    }

    /**
     * Begins a strand, which has to get an article.
     *
     * @param id sequence number of its first article
     */
    public Strand beginStrand(long id, String language) {
        if (!freeNumbers.isEmpty()) {
            int number = freeNumbers.remove(freeNumbers.size() - 1);
            Strand strand = new Strand(id, language, number);
            byNumber.set(number, strand);
            return strand;
        }
        Strand strand = new Strand(id, language, byNumber.size());
        byNumber.add(strand);
        if (byNumber.size() > shared.length) {
            shared = Arrays.copyOf(shared, 2 * shared.length);
        }
        return strand;
    }

    /** Puts an article into a strand. */
    public void addArticle(Strand strand, TermVector vector) {
        strand.addVector(vector, 1);
        for (int term : vector.heaviestTerms(StrandParameters.POSTED_TERMS)) {
            if (strand.addPosted(vector.hashAt(term), 1) == 1) {
                postings.add(vector.hashAt(term), strand.number());
            }
        }
    }

    private Strand strandAt(int number) {
        Strand strand = byNumber.get(number);
        if (strand == null) {
            throw new IllegalStateException("no strand has number " + number);
        }
        return strand;
    }

    /** Takes an article out of its strand, which ends with its last. */
    public void removeArticle(Strand strand, TermVector vector) {
        for (int term : vector.heaviestTerms(StrandParameters.POSTED_TERMS)) {
            if (strand.addPosted(vector.hashAt(term), -1) == 0) {
                postings.remove(vector.hashAt(term), strand.number());
            }
        }
        strand.addVector(vector, -1);
        if (strand.memberCount() == 0) {
            byNumber.set(strand.number(), null);
            freeNumbers.add(strand.number());
        }
    }

    /** Returns a number for the whole state; equal states have the same. */
    public long fingerprint() {
        long print = counts.fingerprint();
        for (Map.Entry<String, Integer> count : articles.entrySet()) {
            print = print * 31 + (count.getValue() == 0 ? 0 : count.hashCode());
        }
        for (Strand strand : byNumber) {
            // A sum, since the numbers of strands hang on how they came to be.
            print += strand == null ? 0 : strand.fingerprint();
        }
        return print;
    }
}
