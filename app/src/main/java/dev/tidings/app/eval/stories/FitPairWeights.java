package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.stories.LogisticRegression.Example;
import dev.tidings.app.eval.stories.StoryCorpus.LabelledStoryArticle;
import dev.tidings.streams.story.PairWeights;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.group.InMemoryStoryIndex;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.score.PairEvidence;
import dev.tidings.streams.story.score.PairKind;
import dev.tidings.streams.story.score.PairScorer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the weights by which two articles are scored as telling of one event, on labelled articles: every pair of them
 * is an example. What a kind of pairs does not use stays 0. Without randomness.
 */
public final class FitPairWeights {

    /** With fewer pairs of one story, or of two, a kind is not fitted. */
    private static final int MIN_PAIRS = 20;

    private record Article(String story, EventFeatures features) {}

    private FitPairWeights() {}

    /**
     * Fits the weights of each kind of pairs that the articles have.
     *
     * @param file what {@link StoryCorpus#read} reads
     * @return by kind, in the order of the kinds
     * @throws IOException when the file cannot be read or a line is no JSON
     */
    public static List<PairWeightsFit> fitFile(Path file) throws IOException {
        InMemoryStoryIndex index = new InMemoryStoryIndex();
        StoryGrouper grouper = new StoryGrouper(index);
        List<Article> articles = new ArrayList<>();
        for (LabelledStoryArticle labelled : StoryCorpus.read(file)) {
            labelled.features().ifPresent(features -> {
                grouper.addArticle(labelled.id(), labelled.time(), features);
                articles.add(new Article(labelled.story(), features));
            });
        }
        List<PairWeightsFit> fits = new ArrayList<>();
        examples(articles, index).forEach((kind, pairs) -> fits.add(fit(kind, pairs)));
        return fits;
    }

    private static Map<PairKind, List<Example>> examples(List<Article> articles, InMemoryStoryIndex index) {
        Map<PairKind, List<Example>> examples = new EnumMap<>(PairKind.class);
        for (int one = 0; one < articles.size(); one++) {
            Article article = articles.get(one);
            PairScorer scorer = PairScorer.forArticle(article.features(), index);
            for (Article other : articles.subList(one + 1, articles.size())) {
                PairKind kind = PairKind.of(article.features(), other.features());
                PairEvidence evidence = scorer.evidence(other.features());
                examples.computeIfAbsent(kind, any -> new ArrayList<>())
                        .add(new Example(
                                used(evidence, kind.weights()), article.story().equals(other.story())));
            }
        }
        return examples;
    }

    /** What a kind does not use is 0 for all its pairs, so the penalty keeps its weight at 0. */
    private static double[] used(PairEvidence evidence, PairWeights weights) {
        return new double[] {
            1,
            weights.byCosine() == 0 ? 0 : evidence.cosine(),
            weights.byWords() == 0 ? 0 : evidence.words(),
            weights.bySize() == 0 ? 0 : evidence.size()
        };
    }

    private static PairWeightsFit fit(PairKind kind, List<Example> pairs) {
        PairWeights used = kind.weights();
        double[] inUse = {used.bias(), used.byCosine(), used.byWords(), used.bySize()};
        int together = (int) pairs.stream().filter(Example::positive).count();
        boolean enough = together >= MIN_PAIRS && pairs.size() - together >= MIN_PAIRS;
        double[] fitted = enough ? LogisticRegression.fit(pairs) : inUse;
        return new PairWeightsFit(
                kind.name(),
                pairs.size(),
                together,
                used,
                new PairWeights(fitted[0], fitted[1], fitted[2], fitted[3]),
                LogisticRegression.meanLogLoss(pairs, inUse),
                LogisticRegression.meanLogLoss(pairs, fitted),
                errors(pairs, inUse),
                errors(pairs, fitted));
    }

    private static int errors(List<Example> pairs, double[] weights) {
        return (int) pairs.stream()
                .filter(pair -> pair.logit(weights) > 0 != pair.positive())
                .count();
    }
}
