package dev.tidings.streams.topology.stories;

import dev.tidings.streams.story.index.StoryArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a story is called: in each of its languages as its most central article is. */
final class StoryLabels {

    /** Of more articles of a language the eldest are compared, so that a large story costs no more with each. */
    private static final int MAX_COMPARED = 8;

    private StoryLabels() {}

    /**
     * Returns the label in each language that has an article with a title, by language.
     *
     * @param members the articles, the eldest first
     */
    static Map<String, String> labelsOf(List<StoryArticle> members) {
        Map<String, List<StoryArticle>> titled = new TreeMap<>();
        for (StoryArticle member : members) {
            List<StoryArticle> compared = titled.computeIfAbsent(member.language(), any -> new ArrayList<>());
            if (member.details().title().isPresent() && compared.size() < MAX_COMPARED) {
                compared.add(member);
            }
        }
        Map<String, String> labels = new LinkedHashMap<>();
        titled.forEach((language, articles) -> mostCentral(articles)
                .flatMap(article -> article.details().title())
                .ifPresent(title -> labels.put(language.isEmpty() ? "und" : language, title)));
        return labels;
    }

    /** Returns the article that is most like the others; of equal ones the eldest. */
    private static Optional<StoryArticle> mostCentral(List<StoryArticle> articles) {
        StoryArticle central = null;
        double most = -1;
        for (StoryArticle article : articles) {
            double likeness = articles.stream()
                    .filter(other -> other != article)
                    .mapToDouble(other -> article.vector().likenessTo(other.vector()))
                    .sum();
            if (likeness > most) {
                central = article;
                most = likeness;
            }
        }
        return Optional.ofNullable(central);
    }

    /** Returns the label in the language of most members; of equally many in that of the eldest. */
    static Optional<String> largestLanguage(List<StoryArticle> members, Map<String, String> labels) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        members.forEach(
                member -> counts.merge(member.language().isEmpty() ? "und" : member.language(), 1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> labels.containsKey(entry.getKey()))
                .max(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> entry.getValue()))
                .map(entry -> labels.get(entry.getKey()));
    }
}
