package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.stories.LogisticRegression.Example;
import dev.tidings.app.eval.stories.StoryCorpus.LabelledStoryArticle;
import dev.tidings.streams.story.PairWeights;
import dev.tidings.streams.story.link.LinkFeatures;
import dev.tidings.streams.story.link.LinkScore;
import dev.tidings.streams.story.link.Links;
import dev.tidings.streams.story.link.PairKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits the weights by which two articles of different languages are scored as telling of one event, on labelled articles:
 * every pair of them is an example. Without randomness.
 */
public final class FitPairWeights {

    /** With fewer pairs of one story, or of two, a kind is not fitted. */
    private static final int MIN_PAIRS = 20;

    private record Article(String story, String language, LinkFeatures features) {}

    private FitPairWeights() {}

    /**
     * Fits the weights of each kind of pairs that the articles have.
     *
     * @param file what {@link StoryCorpus#read} reads
     * @return by kind, in the order of the kinds
     * @throws IOException when the file cannot be read or a line is no JSON
     */
    public static List<PairWeightsFit> fitFile(Path file) throws IOException {
        Links links = new Links();
        List<Article> articles = new ArrayList<>();
        for (LabelledStoryArticle labelled : StoryCorpus.read(List.of(file))) {
            labelled.features().ifPresent(features -> {
                LinkFeatures packed = links.packFeatures(features);
                links.countTerms(packed, 1);
                articles.add(new Article(labelled.story(), features.language(), packed));
            });
        }
        List<PairWeightsFit> fits = new ArrayList<>();
        examples(articles, links).forEach((kind, pairs) -> fits.add(fit(kind, pairs)));
        return fits;
    }

    private static Map<PairKind, List<Example>> examples(List<Article> articles, Links links) {
        Map<PairKind, List<Example>> examples = new EnumMap<>(PairKind.class);
        for (int one = 0; one < articles.size(); one++) {
            Article article = articles.get(one);
            for (Article other : articles.subList(one + 1, articles.size())) {
                if (!article.language().equals(other.language())) {
                    LinkScore score = links.compare(article.features(), other.features());
                    examples.computeIfAbsent(
                                    PairKind.of(article.features(), other.features()), any -> new ArrayList<>())
                            .add(new Example(
                                    new double[] {1, score.cosine(), score.size()},
                                    article.story().equals(other.story())));
                }
            }
        }
        return examples;
    }

    private static PairWeightsFit fit(PairKind kind, List<Example> pairs) {
        PairWeights used = kind.weights();
        double[] inUse = {used.bias(), used.byCosine(), used.bySize()};
        int together = (int) pairs.stream().filter(Example::positive).count();
        boolean enough = together >= MIN_PAIRS && pairs.size() - together >= MIN_PAIRS;
        double[] fitted = enough ? LogisticRegression.fit(pairs) : inUse;
        return new PairWeightsFit(
                kind.name(),
                pairs.size(),
                together,
                used,
                new PairWeights(fitted[0], fitted[1], fitted[2]),
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
