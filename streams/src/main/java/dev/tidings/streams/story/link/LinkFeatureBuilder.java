package dev.tidings.streams.story.link;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.NameSounds;
import dev.tidings.streams.story.feature.WordCase;
import dev.tidings.text.orthography.PackedSound;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Packs the features of an article that comes: of its names those are kept that are rarest then. */
final class LinkFeatureBuilder {

    /** An article has some hundred names, entities, days and numbers at most. */
    private static final long PLACE_MASK = 0xffff;

    private static final int MAX_TERMS = LinkParameters.MAX_NAMES + 3 * LinkParameters.MAX_OTHERS;

    private final EventFeatures features;
    private final LinkWeights weights;
    private final int language;
    /** Share of articles that have each kept name. */
    private final double[] keptShares = new double[LinkParameters.MAX_NAMES];

    private LinkFeatureBuilder(EventFeatures features, LinkWeights weights) {
        this.features = features;
        this.weights = weights;
        this.language = LinkTerms.languageTerm(features.language());
    }

    static LinkFeatures buildFeatures(EventFeatures features, LinkWeights weights) {
        return new LinkFeatureBuilder(features, weights).build();
    }

    private LinkFeatures build() {
        LinkFeatures.Lists lists = new LinkFeatures.Lists();
        lists.names = rarestNames();
        lists.entities = ascending(
                features.entities().size(),
                at -> LinkTerms.entityTerm(features.entities().get(at)));
        lists.days = ascending(features.days().size(), at -> features.days().get(at));
        lists.numbers = ascending(
                features.numbers().size(),
                at -> LinkTerms.numberTerm(features.numbers().get(at)));
        lists.keys = rarestKeys(lists);
        return new LinkFeatures(lists, language, features.marksNames(), nameCounts(), expectedUnits(lists.numbers));
    }

    /** Returns the first of some terms, each once, ascending. */
    private static int[] ascending(int count, IntUnaryOperator termAt) {
        int[] terms = new int[Math.min(count, LinkParameters.MAX_OTHERS)];
        int size = 0;
        for (int at = 0; at < count && size < terms.length; at++) {
            size = addDistinct(termAt.applyAsInt(at), terms, size);
        }
        Arrays.sort(terms, 0, size);
        return Arrays.copyOf(terms, size);
    }

    /** Adds a term unless it is there; returns how many are there then. So few are looked through quickly. */
    private static int addDistinct(int term, int[] terms, int size) {
        for (int at = 0; at < size; at++) {
            if (terms[at] == term) {
                return size;
            }
        }
        terms[size] = term;
        return size + 1;
    }

    private long[] rarestNames() {
        NameSounds names = features.names();
        double[] shares = new double[names.size()];
        for (int name = 0; name < shares.length; name++) {
            shares[name] = weights.nameShare(names.soundAt(name), language);
        }
        int[] rarest = rarestPlaces(shares, shares.length, LinkParameters.MAX_NAMES);
        long[] kept = new long[rarest.length];
        for (int place = 0; place < kept.length; place++) {
            long name = names.soundAt(rarest[place]);
            insertByStem(name, shares[rarest[place]], kept, place);
        }
        return kept;
    }

    private void insertByStem(long name, double share, long[] kept, int size) {
        int stem = PackedSound.stem(name);
        int place = size;
        while (place > 0 && isAfter(kept[place - 1], name, stem)) {
            kept[place] = kept[place - 1];
            keptShares[place] = keptShares[place - 1];
            place--;
        }
        kept[place] = name;
        keptShares[place] = share;
    }

    private static boolean isAfter(long one, long other, int otherStem) {
        int stem = PackedSound.stem(one);
        return stem > otherStem || (stem == otherStem && one > other);
    }

    /** Returns the places of the smallest shares, the smallest first: the bits of a positive number sort as it does. */
    private static int[] rarestPlaces(double[] shares, int size, int most) {
        long[] order = new long[size];
        for (int place = 0; place < size; place++) {
            order[place] = (Double.doubleToLongBits(shares[place]) & ~PLACE_MASK) | place;
        }
        Arrays.sort(order);
        int[] places = new int[Math.min(most, size)];
        for (int at = 0; at < places.length; at++) {
            places[at] = (int) (order[at] & PLACE_MASK);
        }
        return places;
    }

    private int[] nameCounts() {
        int[] counts = new int[WordCase.COUNT];
        for (int name = 0; name < features.names().size(); name++) {
            counts[PackedSound.freeBits(features.names().soundAt(name))]++;
        }
        return counts;
    }

    private byte[] rarestKeys(LinkFeatures.Lists lists) {
        int[] hashes = new int[MAX_TERMS];
        double[] shares = new double[MAX_TERMS];
        int size = 0;
        for (int name = 0; name < lists.names.length; name++) {
            hashes[size] = LinkTerms.nameKey(lists.names[name]);
            shares[size++] = keptShares[name];
        }
        for (int entity : lists.entities) {
            hashes[size] = entity;
            shares[size++] = weights.entityShare(entity, language, language);
        }
        for (int day : lists.days) {
            hashes[size] = LinkTerms.dayTerm(day);
            shares[size++] = weights.dayShare(day);
        }
        for (int number : lists.numbers) {
            hashes[size] = number;
            shares[size++] = weights.numberShare(number, language, language);
        }
        return rarestOf(hashes, shares, size);
    }

    /** Returns the places of the rarest hashes, each hash once, the rarest first. */
    private static byte[] rarestOf(int[] hashes, double[] shares, int size) {
        int[] keys = new int[LinkParameters.MAX_KEYS];
        byte[] places = new byte[keys.length];
        int count = 0;
        for (int place : rarestPlaces(shares, size, size)) {
            if (shares[place] >= 1 || count == keys.length) {
                break;
            }
            places[count] = (byte) place;
            count = addDistinct(hashes[place], keys, count);
        }
        return Arrays.copyOf(places, count);
    }

    /** Returns how much of what it names would be met in another article of its event, in another language. */
    private int expectedUnits(int[] numbers) {
        double sum = features.entities().size() * PairScoreParameters.EXPECTED_ENTITY_WEIGHT
                + features.days().size() * PairScoreParameters.EXPECTED_DAY_WEIGHT;
        for (int name = 0; name < features.names().size(); name++) {
            sum += expectedOf(features.names().soundAt(name));
        }
        for (int number : numbers) {
            sum += PairScoreParameters.NUMBER_SHARE * LinkTerms.usualNumberWeight(number);
        }
        return (int) Math.rint(sum * LinkFeatures.EXPECTED_UNITS);
    }

    private static double expectedOf(long name) {
        double weight = PairScoreParameters.CONSONANT_WEIGHT * PackedSound.consonantCount(name)
                - PairScoreParameters.FREE_CONSONANTS_WEIGHT;
        return PairScoreParameters.nameShare(PackedSound.freeBits(name))
                * Math.max(0, Math.min(PairScoreParameters.MAX_NAME_WEIGHT, weight));
    }
}
