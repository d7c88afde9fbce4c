package dev.tidings.streams.story.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The words of an article with their weights, made when they are first asked for. For one thread. */
final class WordVector {

    private final List<Integer> words;
    private final InverseDocumentFrequency inverseDocumentFrequency;
    private final Map<Integer, Double> squares = new HashMap<>();
    private double norm;

    WordVector(List<Integer> words, InverseDocumentFrequency inverseDocumentFrequency) {
        this.words = words;
        this.inverseDocumentFrequency = inverseDocumentFrequency;
    }

    /** Returns the cosine with other words; those that only the other has are taken to weigh what words weigh here. */
    double cosineWith(List<Integer> others) {
        computeWeights();
        double shared = 0;
        int count = 0;
        for (int word : others) {
            Double square = squares.get(word);
            if (square != null) {
                shared += square;
                count++;
            }
        }
        if (shared == 0) {
            return 0;
        }
        double theirs = shared + (others.size() - count) * norm / squares.size();
        return shared / Math.sqrt(norm * theirs);
    }

    private void computeWeights() {
        if (squares.isEmpty()) {
            for (int word : words) {
                double weight = inverseDocumentFrequency.idfOf(StoryTermList.wordTerm(word));
                squares.put(word, weight * weight);
                norm += weight * weight;
            }
        }
    }
}
