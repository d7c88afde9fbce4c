package dev.tidings.streams.story;

import dev.tidings.streams.story.Anchor.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names of an article, ready to be met by those of another. */
final class NameIndex {

    /** By measurement chance meets three times as often as independent consonants would. */
    private static final double OFTEN = 3;

    private record Known(EventName name, WordCase wordCase) {}

    private record Match(EventName known, double weight) {}

    private final Map<Integer, List<Known>> byStem = new HashMap<>();
    private final int[] sizes;

    NameIndex(EventFeatures features) {
        this.sizes = sizes(features);
        for (EventName name : features.names()) {
            byStem.computeIfAbsent(name.sound().stem(), any -> new ArrayList<>(1))
                    .add(new Known(name, WordCase.of(name, features.language())));
        }
    }

    private static int[] sizes(EventFeatures features) {
        int[] sizes = new int[WordCase.values().length];
        features.names()
                .forEach(name -> sizes[WordCase.of(name, features.language()).ordinal()]++);
        return sizes;
    }

    /** Returns the names that another article has too, as it writes them; each name is met once. */
    List<StoryReason> shared(EventFeatures other, Rarity rarity) {
        int[] others = sizes(other);
        Map<EventName, StoryReason> shared = new LinkedHashMap<>();
        for (EventName name : other.names()) {
            List<Known> known = byStem.get(name.sound().stem());
            if (known != null) {
                best(known, name, WordCase.of(name, other.language()), others, rarity)
                        .ifPresent(match -> shared.merge(
                                match.known(),
                                new StoryReason(Kind.NAME, name.surface(), match.weight()),
                                (one, two) -> one.weight() >= two.weight() ? one : two));
            }
        }
        return new ArrayList<>(shared.values());
    }

    private Optional<Match> best(List<Known> known, EventName name, WordCase wordCase, int[] others, Rarity rarity) {
        Match best = null;
        for (Known like : known) {
            double chance = like.name().sound().chance(name.sound());
            if (chance < 1) {
                int tried = Math.max(sizes[like.wordCase().ordinal()], others[wordCase.ordinal()]);
                double usual = Commonness.ofNames(like.wordCase(), wordCase);
                double weight = rarity.ofNames(like.name(), name, usual, OFTEN * tried * chance);
                if (weight > 0 && (best == null || weight > best.weight())) {
                    best = new Match(like.name(), weight);
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
