package dev.tidings.streams.story;

import dev.tidings.streams.story.Anchor.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two articles by what they share, each thing weighted by its rarity. */
final class PairScorer {

    private static final double DAY_WEIGHT = 4;
    private static final int FAR_APART = 7;
    private static final double FAR_FACTOR = 0.3;
    private static final int MOST_REASONS = 8;

    private final Rarity rarity;

    PairScorer(Rarity rarity) {
        this.rarity = rarity;
    }

    PairScore score(EventFeatures one, EventFeatures other) {
        List<StoryReason> shared = new ArrayList<>();
        addNames(one, other, shared);
        addEntities(one, other, shared);
        addDays(one, other, shared);
        addNumbers(one, other, shared);
        double sum = shared.stream().mapToDouble(StoryReason::weight).sum();
        double far = areFarApart(one.days(), other.days()) ? FAR_FACTOR : 1;
        double own = self(one);
        double theirs = self(other);
        PairKind kind = PairKind.of(one, other);
        double words = kind == PairKind.SAME_LANGUAGE ? words(one, other) : 0;
        PairEvidence evidence = new PairEvidence(
                far * sum / (Math.sqrt(1 + own) * Math.sqrt(1 + theirs)),
                far * sum / (1 + Math.min(own, theirs)),
                far * sum,
                words);
        return new PairScore(evidence, kind.probability(evidence), reasons(shared));
    }

    private static List<StoryReason> reasons(List<StoryReason> shared) {
        return shared.stream()
                .sorted(Comparator.comparingDouble(StoryReason::weight)
                        .reversed()
                        .thenComparing(StoryReason::kind)
                        .thenComparing(StoryReason::value))
                .limit(MOST_REASONS)
                .toList();
    }

    private void addNames(EventFeatures one, EventFeatures other, List<StoryReason> shared) {
        Map<String, EventName> names = new HashMap<>();
        one.names().forEach(name -> names.put(name.sound().consonants(), name));
        for (EventName name : other.names()) {
            EventName same = names.get(name.sound().consonants());
            if (same != null && same.sound().matches(name.sound())) {
                shared.add(new StoryReason(Kind.NAME, name.surface(), weight(name)));
            }
        }
    }

    private void addEntities(EventFeatures one, EventFeatures other, List<StoryReason> shared) {
        Set<String> entities = new HashSet<>(one.entities());
        for (String entity : other.entities()) {
            if (entities.contains(entity)) {
                shared.add(new StoryReason(Kind.ENTITY, entity, rarity.of(new Anchor(Kind.ENTITY, entity))));
            }
        }
    }

    private static void addDays(EventFeatures one, EventFeatures other, List<StoryReason> shared) {
        Set<Integer> days = new HashSet<>(one.days());
        for (int day : other.days()) {
            if (days.contains(day)) {
                String iso = LocalDate.ofEpochDay(day).toString();
                shared.add(new StoryReason(Kind.DAY, iso, DAY_WEIGHT));
            }
        }
    }

    private void addNumbers(EventFeatures one, EventFeatures other, List<StoryReason> shared) {
        Set<Integer> numbers = new HashSet<>(one.numbers());
        for (int number : other.numbers()) {
            if (numbers.contains(number)) {
                String digits = String.valueOf(number);
                shared.add(new StoryReason(Kind.NUMBER, digits, rarity.of(new Anchor(Kind.NUMBER, digits))));
            }
        }
    }

    private double weight(EventName name) {
        String consonants = name.sound().consonants();
        return rarity.of(new Anchor(Kind.NAME, consonants)) * lengthWeight(consonants.length());
    }

    /** A short skeleton is met by chance: an English name of two consonants sounds like a word in 8 % of foreign texts. */
    private static double lengthWeight(int consonants) {
        return consonants <= 2 ? 0.35 : consonants == 3 ? 0.75 : 1 + 0.1 * Math.min(consonants - 4, 4);
    }

    private double self(EventFeatures features) {
        double names = features.names().stream().mapToDouble(this::weight).sum();
        double entities = features.entities().stream()
                .mapToDouble(entity -> rarity.of(new Anchor(Kind.ENTITY, entity)))
                .sum();
        double numbers = features.numbers().stream()
                .mapToDouble(number -> rarity.of(new Anchor(Kind.NUMBER, String.valueOf(number))))
                .sum();
        return names + entities + numbers + DAY_WEIGHT * features.days().size();
    }

    private double words(EventFeatures one, EventFeatures other) {
        Set<Integer> words = new HashSet<>(one.words());
        double shared = other.words().stream()
                .filter(words::contains)
                .mapToDouble(this::squared)
                .sum();
        double norm = Math.sqrt(norm(one)) * Math.sqrt(norm(other));
        return norm == 0 ? 0 : shared / norm;
    }

    private double norm(EventFeatures features) {
        return features.words().stream().mapToDouble(this::squared).sum();
    }

    private double squared(int word) {
        double weight = rarity.of(new Anchor(Kind.WORD, Integer.toHexString(word)));
        return weight * weight;
    }

    /** Articles that name days more than a week apart tell of different events, however alike their people. */
    private static boolean areFarApart(List<Integer> one, List<Integer> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return one.stream().noneMatch(day -> other.stream().anyMatch(near -> Math.abs(near - day) <= FAR_APART));
    }
}
