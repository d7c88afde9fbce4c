package dev.tidings.streams.story.link;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.text.orthography.PackedSound;

/** Compares articles of two languages by what they share, each thing weighted by its rarity. For one thread. */
final class LinkScorer {

    private final LinkWeights weights;
    private final double[] nameWeights = new double[LinkParameters.MAX_NAMES];

    LinkScorer(LinkWeights weights) {
        this.weights = weights;
    }

    /** Finds what two articles share. */
    Evidence findEvidence(LinkFeatures one, LinkFeatures other) {
        boolean named = matchNames(one, other);
        Evidence evidence = new Evidence();
        for (int name = 0; name < one.keptNames(); name++) {
            evidence.add(nameWeights[name]);
            nameWeights[name] = 0;
        }
        for (int entity : one.sharedEntities(other)) {
            evidence.add(LinkWeights.weightOf(weights.entityShare(entity, one.language(), other.language())));
        }
        for (int number : one.sharedNumbers(other)) {
            evidence.add(LinkWeights.weightOf(weights.numberShare(number, one.language(), other.language())));
        }
        int days = one.sharedDays(other).length;
        for (int day = 0; day < days; day++) {
            evidence.add(PairScoreParameters.DAY_WEIGHT);
        }
        evidence.sounds = named || days > 0;
        return evidence;
    }

    /** Scores what two articles share by what they could. */
    static LinkScore scoreOf(Evidence evidence, LinkFeatures one, LinkFeatures other) {
        boolean far = one.isFarApart(other, PairScoreParameters.FAR_APART_THRESHOLD);
        double cosine = (far ? PairScoreParameters.FAR_APART_FACTOR : 1)
                * evidence.weight
                / Math.sqrt(withAdded(one.expectedWeight()) * withAdded(other.expectedWeight()));
        double size = StrictMath.log((double) featureSize(one) * featureSize(other));
        double logit = PairKind.of(one, other).weights().logit(cosine, size);
        return new LinkScore(cosine, size, logit, evidence.weight, evidence.things, evidence.sounds);
    }

    /** What a pair shares. */
    static final class Evidence {
        private double weight;
        private int things;
        private boolean sounds;

        private void add(double added) {
            weight += added;
            things += added > 0 ? 1 : 0;
        }

        /** Returns the weight of what they share. */
        double weight() {
            return weight;
        }

        /** Returns how many things they share. */
        int things() {
            return things;
        }

        /** Returns whether a name or a day is among them. */
        boolean sounds() {
            return sounds;
        }
    }

    private static double withAdded(double expected) {
        return PairScoreParameters.ADDED_EXPECTED + expected;
    }

    private static int featureSize(LinkFeatures article) {
        return PairScoreParameters.ADDED_NAMES + article.nameCount();
    }

    /** Matches the names of both by their stems; each name of the one counts by the name that says most of it. */
    private boolean matchNames(LinkFeatures one, LinkFeatures other) {
        boolean met = false;
        int from = 0;
        for (int name = 0; name < other.keptNames(); name++) {
            int stem = other.stemAt(name);
            while (from < one.keptNames() && one.stemAt(from) < stem) {
                from++;
            }
            if (from < one.keptNames() && one.stemAt(from) == stem) {
                met |= matchName(one, from, other, name);
            }
        }
        return met;
    }

    /** Finds the name that says most by being met, and keeps it unless a better one met it before. */
    private boolean matchName(LinkFeatures one, int from, LinkFeatures other, int name) {
        long theirs = other.nameAt(name);
        int best = from;
        double most = 0;
        for (int at = from; at < one.keptNames() && one.stemAt(at) == other.stemAt(name); at++) {
            long mine = one.nameAt(at);
            double chance = PackedSound.matchProbability(mine, theirs);
            if (chance < 1) {
                int tried = Math.max(
                        one.nameCount(PackedSound.freeBits(mine)), other.nameCount(PackedSound.freeBits(theirs)));
                double weight = weights.namePairWeight(
                        new LinkWeights.Sounds(mine, theirs, one.language(), other.language()), tried, chance);
                best = weight > most ? at : best;
                most = Math.max(weight, most);
            }
        }
        nameWeights[best] = Math.max(most, nameWeights[best]);
        return most > 0;
    }

    /** Returns the weight of the likest name of another article; 0 when none sounds like it. */
    double bestNameWeight(long sound, LinkFeatures features, LinkFeatures other) {
        double most = 0;
        int stem = PackedSound.stem(sound);
        for (int name = 0; name < other.keptNames(); name++) {
            long theirs = other.nameAt(name);
            double chance = other.stemAt(name) == stem ? PackedSound.matchProbability(sound, theirs) : 1;
            if (chance < 1) {
                int tried = Math.max(
                        features.nameCount(PackedSound.freeBits(sound)), other.nameCount(PackedSound.freeBits(theirs)));
                most = Math.max(
                        most,
                        weights.namePairWeight(
                                new LinkWeights.Sounds(sound, theirs, features.language(), other.language()),
                                tried,
                                chance));
            }
        }
        return most;
    }
}
