package dev.tidings.streams.story.score;

import dev.tidings.streams.enrich.name.lexicon.CapitalNouns;
import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.EventName;
import dev.tidings.streams.story.feature.StoryTerm.Kind;
import dev.tidings.streams.story.feature.WordCase;
import dev.tidings.streams.story.index.StoryReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of an article in a hash table by their stems, ready to be met by those of others. */
final class NameIndex {

    private static final int SPREAD = 0x9E3779B1;

    private final List<EventName> names;
    private final WordCase[] cases;
    private final int[] stems;
    /** Position of the first name of a bucket and of the next one of each, plus one; 0 for none. */
    private final int[] buckets;

    private final int[] nexts;
    private final int[] sizes = new int[WordCase.COUNT];

    NameIndex(EventFeatures features) {
        this.names = features.names();
        this.cases = new WordCase[names.size()];
        this.stems = new int[names.size()];
        this.nexts = new int[names.size()];
        this.buckets = new int[Integer.highestOneBit(2 * names.size() + 1) * 2];
        boolean capitalNouns = CapitalNouns.areIn(features.language());
        for (int at = 0; at < names.size(); at++) {
            cases[at] = WordCase.of(names.get(at), capitalNouns);
            sizes[cases[at].tableIndex()]++;
            stems[at] = names.get(at).sound().consonantStem();
            int bucket = bucketOf(stems[at]);
            nexts[at] = buckets[bucket];
            buckets[bucket] = at + 1;
        }
    }

    private int bucketOf(int stem) {
        return (stem * SPREAD) >>> (Integer.numberOfLeadingZeros(buckets.length) + 1);
    }

    /** Returns the names that another article has too, as it writes them; each name is met once. */
    List<StoryReason> sharedNames(EventFeatures other, InverseDocumentFrequency inverseDocumentFrequency) {
        double[] weights = new double[names.size()];
        @Nullable EventName[] met = new EventName[names.size()];
        boolean capitalNouns = CapitalNouns.areIn(other.language());
        int[] others = stemSizes(other, capitalNouns);
        for (EventName name : other.names()) {
            int stem = name.sound().consonantStem();
            int first = buckets[bucketOf(stem)];
            if (first > 0) {
                matchName(
                        name,
                        stem,
                        first,
                        WordCase.of(name, capitalNouns),
                        others,
                        inverseDocumentFrequency,
                        weights,
                        met);
            }
        }
        return reasonsOf(weights, met);
    }

    private static int[] stemSizes(EventFeatures features, boolean capitalNouns) {
        int[] sizes = new int[WordCase.COUNT];
        features.names().forEach(name -> sizes[WordCase.of(name, capitalNouns).tableIndex()]++);
        return sizes;
    }

    /** Finds the name that says most by being met, and keeps it unless a better one met it before. */
    private void matchName(
            EventName name,
            int stem,
            int first,
            WordCase wordCase,
            int[] others,
            InverseDocumentFrequency inverseDocumentFrequency,
            double[] weights,
            @Nullable EventName[] met) {
        int best = 0;
        double most = 0;
        for (int next = first; next > 0; next = nexts[next - 1]) {
            int at = next - 1;
            double chance = stems[at] == stem ? names.get(at).sound().matchProbability(name.sound()) : 1;
            if (chance < 1) {
                int tried = Math.max(sizes[cases[at].tableIndex()], others[wordCase.tableIndex()]);
                double usual = DocumentFrequency.ofNames(cases[at], wordCase);
                double weight = inverseDocumentFrequency.ofNames(
                        names.get(at), name, usual, PairScoreParameters.CHANCE_FACTOR * tried * chance);
                best = weight > most ? at : best;
                most = Math.max(weight, most);
            }
        }
        if (most > weights[best]) {
            weights[best] = most;
            met[best] = name;
        }
    }

    private static List<StoryReason> reasonsOf(double[] weights, @Nullable EventName[] met) {
        List<StoryReason> reasons = new ArrayList<>();
        for (int at = 0; at < met.length; at++) {
            EventName name = met[at];
            if (name != null) {
                reasons.add(new StoryReason(Kind.NAME, name.surface(), weights[at]));
            }
        }
        return reasons;
    }
}
