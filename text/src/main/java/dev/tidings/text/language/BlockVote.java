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

    void addVote(Identification block, int length) {
        if (block.isUndetermined()) {
            return;
        }
        for (LanguageCandidate languageCandidate : block.ranked()) {
            double vote = languageCandidate.probability() * length;
            votes.merge(new Language(languageCandidate.tag(), languageCandidate.script()), vote, Double::sum);
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

    private List<LanguageCandidate> ranked() {
        List<LanguageCandidate> languageCandidates = new ArrayList<>();
        votes.forEach((language, vote) -> languageCandidates.add(
                new LanguageCandidate(language.tag(), language.script(), Math.min(1, vote / total))));
        languageCandidates.sort(
                Comparator.comparingDouble(LanguageCandidate::probability).reversed());
        return languageCandidates;
    }
}
