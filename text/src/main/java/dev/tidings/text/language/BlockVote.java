package dev.tidings.text.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts the votes of a page's blocks. */
final class BlockVote {
    private final Map<Language, Double> votes = new LinkedHashMap<>();
    private double total;

    void add(Identification block, int length) {
        if (block.undetermined()) {
            return;
        }
        for (Candidate candidate : block.ranked()) {
            double vote = candidate.probability() * length;
            votes.merge(new Language(candidate.tag(), candidate.script()), vote, Double::sum);
            total += vote;
        }
    }

    /** Returns the languages by their share of the votes, empty if nothing voted. */
    Optional<Identification> result() {
        return votes.isEmpty() ? Optional.empty() : Optional.of(new Identification(ranked()));
    }

    double secondShare() {
        return votes.size() < 2 ? 0 : ranked().get(1).probability();
    }

    private List<Candidate> ranked() {
        List<Candidate> candidates = new ArrayList<>();
        votes.forEach((language, vote) ->
                candidates.add(new Candidate(language.tag(), language.script(), Math.min(1, vote / total))));
        candidates.sort(Comparator.comparingDouble(Candidate::probability).reversed());
        return candidates;
    }
}
