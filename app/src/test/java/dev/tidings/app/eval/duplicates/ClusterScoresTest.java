package dev.tidings.app.eval.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterScoresTest {

    @Test
    void equalClusteringsScoreOne() {
        ClusterScores scores = scores(
                List.of("a:1", "b:1", "c:2", "d:3", "e:3"), Map.of("a", "x", "b", "x", "c", "y", "d", "z", "e", "z"));

        assertThat(scores).isEqualTo(new ClusterScores(1, 1, 1, 1, 1, 1));
    }

    @Test
    void pairsAndArticlesAreCounted() {
        // True pairs ab ac bc de; put together ab cd. One pair of two is right, one of four is found.
        ClusterScores scores = scores(
                List.of("a:1", "b:1", "c:1", "d:2", "e:2"), Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "z"));

        assertThat(scores.pairPrecision()).isEqualTo(0.5);
        assertThat(scores.pairRecall()).isEqualTo(0.25);
        assertThat(scores.pairF1()).isCloseTo(1.0 / 3, within(1e-9));
        // b joined rightly, d wrongly; b, c and e had an earlier one of theirs.
        assertThat(scores.documentPrecision()).isEqualTo(0.5);
        assertThat(scores.documentRecall()).isCloseTo(1.0 / 3, within(1e-9));
        // Hubert and Arabie: (1 - 4 * 2 / 10) / ((4 + 2) / 2 - 4 * 2 / 10)
        assertThat(scores.ari()).isCloseTo(0.2 / 2.2, within(1e-9));
    }

    @Test
    void nothingJoinedHasFullPrecisionAndNoRecall() {
        ClusterScores scores = scores(List.of("a:1", "b:1"), Map.of("a", "x", "b", "y"));

        assertThat(scores.pairPrecision()).isEqualTo(1);
        assertThat(scores.pairRecall()).isZero();
        assertThat(scores.pairF1()).isZero();
        assertThat(scores.ari()).isZero();
    }

    private static ClusterScores scores(List<String> truth, Map<String, String> predicted) {
        List<LabelledArticle> articles = new ArrayList<>();
        for (String article : truth) {
            String id = article.substring(0, 1);
            String cluster = article.substring(2);
            articles.add(new LabelledArticle(id, articles.size(), 0, "en", cluster, "", null, null, ""));
        }
        return ClusterScores.scoreClusters(articles, article -> predicted.getOrDefault(article.id(), article.id()));
    }
}
