package dev.tidings.streams.story.score;

import dev.tidings.streams.story.PairScoreParameters;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.feature.StoryTerm.Kind;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryReason;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares one article with others by what they share, each thing weighted by its rarity. For one thread. */
public final class PairScorer {

    private final InverseDocumentFrequency inverseDocumentFrequency;
    private final EventFeatures features;
    private final NameIndex names;
    private final Set<String> entities;
    private final Set<Integer> days;
    private final Set<Double> numbers;
    private final WordVector words;
    private final double expected;

    /**
     * Makes the scorer of an article.
     *
     * @param index the index that document frequencies are looked up in
     */
    public static PairScorer forArticle(EventFeatures features, StoryIndex index) {
        return new PairScorer(features, new InverseDocumentFrequency(index));
    }

    public PairScorer(EventFeatures features, InverseDocumentFrequency inverseDocumentFrequency) {
        this.inverseDocumentFrequency = inverseDocumentFrequency;
        this.features = features;
        this.names = new NameIndex(features);
        this.entities = new HashSet<>(features.entities());
        this.days = new HashSet<>(features.days());
        this.numbers = new HashSet<>(features.numbers());
        this.words = new WordVector(features.words(), inverseDocumentFrequency);
        this.expected = ExpectedOverlap.expectationOf(features);
    }

    /** Returns the logarithm of the odds that the article and another one tell of one event. */
    public double logOdds(EventFeatures other) {
        return compareWith(other).logit();
    }

    /** Returns what the article and another one share, in numbers. */
    public PairEvidence evidence(EventFeatures other) {
        return compareWith(other).evidence();
    }

    /** Compares the article with another one. */
    public PairScore compareWith(EventFeatures other) {
        List<StoryReason> shared = names.sharedNames(other, inverseDocumentFrequency);
        addEntities(other, shared);
        addDays(other, shared);
        addNumbers(other, shared);
        double sum = shared.stream().mapToDouble(StoryReason::weight).sum();
        double far = areFarApart(other) ? PairScoreParameters.FAR_APART_FACTOR : 1;
        PairKind kind = PairKind.of(features, other);
        PairEvidence evidence = new PairEvidence(
                far * sum / Math.sqrt(withAdded(expected) * withAdded(ExpectedOverlap.expectationOf(other))),
                kind.comparesWords() ? words.cosineWith(other.words()) : 0,
                Math.log((double) featureSize(features) * featureSize(other)));
        return new PairScore(evidence, kind.logit(evidence), shared);
    }

    private static double withAdded(double expected) {
        return PairScoreParameters.ADDED_EXPECTED + expected;
    }

    private static int featureSize(EventFeatures article) {
        return PairScoreParameters.ADDED_NAMES + article.names().size();
    }

    private void addEntities(EventFeatures other, List<StoryReason> shared) {
        for (String entity : other.entities()) {
            if (entities.contains(entity)) {
                shared.add(new StoryReason(Kind.ENTITY, entity, inverseDocumentFrequency.ofEntity(entity)));
            }
        }
    }

    private void addDays(EventFeatures other, List<StoryReason> shared) {
        for (int day : other.days()) {
            if (days.contains(day)) {
                shared.add(new StoryReason(
                        Kind.DAY, LocalDate.ofEpochDay(day).toString(), PairScoreParameters.DAY_WEIGHT));
            }
        }
    }

    private void addNumbers(EventFeatures other, List<StoryReason> shared) {
        for (double number : other.numbers()) {
            if (numbers.contains(number)) {
                shared.add(new StoryReason(
                        Kind.NUMBER, StoryTermList.digitsOf(number), inverseDocumentFrequency.ofNumber(number)));
            }
        }
    }

    /** Articles that name days more than a week apart tell of different events, however alike their people. */
    private boolean areFarApart(EventFeatures other) {
        if (days.isEmpty() || other.days().isEmpty()) {
            return false;
        }
        return features.days().stream()
                .noneMatch(day -> other.days().stream()
                        .anyMatch(near -> Math.abs(near - day) <= PairScoreParameters.FAR_APART_THRESHOLD));
    }
}
