package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.articles.FieldScore;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.link.LinkFeatures;
import dev.tidings.streams.story.link.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often the article of another language that is likest is one of the same story: precision at one, for each article
 * and each other language that has one.
 */
final class Retrieval {

    private record Article(String story, String language, LinkFeatures features) {}

    private final Links links;
    private final List<Article> articles = new ArrayList<>();

    Retrieval(Links links) {
        this.links = links;
    }

    void addArticle(String story, String language, EventFeatures features) {
        articles.add(new Article(story, language, links.packFeatures(features)));
    }

    /**
     * Compares every article with every one of another language.
     *
     * @return by the languages asked from and to, {@code ckb-en}
     */
    Map<String, FieldScore> byDirection() {
        Map<String, List<Article>> byLanguage =
                articles.stream().collect(Collectors.groupingBy(Article::language, TreeMap::new, Collectors.toList()));
        Map<String, FieldScore> scores = new TreeMap<>();
        for (Article asked : articles) {
            byLanguage.forEach((language, others) -> {
                if (!language.equals(asked.language()) && rankByStory(others).contains(asked.story())) {
                    int right = likestArticle(others, asked).story().equals(asked.story()) ? 1 : 0;
                    scores.merge(
                            asked.language() + "-" + language,
                            new FieldScore(right, 1),
                            (one, other) -> one.addScore(other.right(), other.of()));
                }
            });
        }
        return scores;
    }

    private static Set<String> rankByStory(List<Article> articles) {
        return articles.stream().map(Article::story).collect(Collectors.toSet());
    }

    private Article likestArticle(List<Article> articles, Article asked) {
        Article likest = articles.get(0);
        double most = Double.NEGATIVE_INFINITY;
        for (Article article : articles) {
            double odds = links.compare(asked.features(), article.features()).logit();
            if (odds > most) {
                most = odds;
                likest = article;
            }
        }
        return likest;
    }
}
