package dev.tidings.app.fault;

import dev.tidings.app.bench.SyntheticArticles;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.RawArticle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The books of a run: what was published, and how each article ended. {@link #complaints} says by id what was lost and
 * what was doubled.
 *
 * @param published uri by article id, from the raw topic
 * @param enriched article ids in the enriched topic, one per record
 * @param relations relations, one per record
 * @param deadLetters article ids in the dead-letter topic, one per record
 */
record Outcomes(
        Map<String, String> published,
        List<String> enriched,
        List<ArticleRelation> relations,
        List<String> deadLetters) {

    static Map<String, String> published(List<RawArticle> raw) {
        return raw.stream()
                .collect(Collectors.toMap(
                        RawArticle::getArticleId, RawArticle::getUri, (one, other) -> one, TreeMap::new));
    }

    /**
     * Returns what is wrong, each in a line that names the articles; empty when nothing was lost and nothing doubled.
     */
    List<String> complaints(SyntheticArticles planned, String root) {
        List<String> complaints = new ArrayList<>();
        Map<String, String> ids =
                published.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        if (published.size() != planned.size()) {
            complaints.add("planned " + planned.size() + " articles, published " + published.size());
        }
        add(complaints, "doubled in enriched", doubled(enriched));
        add(complaints, "doubled in relations", doubled(suppressed()));
        add(complaints, "in the dead letters", deadLetters);
        add(complaints, "lost", lost());
        add(complaints, "both published and suppressed", both());
        add(complaints, "suppressed though alike to none", wronglySuppressed(planned, root, ids));
        add(complaints, "pairs without exactly one copy", brokenPairs(planned, root, ids));
        return complaints;
    }

    List<String> suppressed() {
        return relations.stream()
                .filter(ArticleRelation::getSuppressed)
                .map(ArticleRelation::getArticleId)
                .toList();
    }

    private List<String> lost() {
        Set<String> ended = new HashSet<>(enriched);
        ended.addAll(suppressed());
        ended.addAll(deadLetters);
        return published.keySet().stream().filter(id -> !ended.contains(id)).toList();
    }

    private List<String> both() {
        Set<String> there = new HashSet<>(enriched);
        return suppressed().stream().filter(there::contains).toList();
    }

    private List<String> wronglySuppressed(SyntheticArticles planned, String root, Map<String, String> ids) {
        Set<String> alone = planned.originals().stream()
                .map(name -> ids.getOrDefault(root + "/" + name, name))
                .collect(Collectors.toSet());
        return suppressed().stream().filter(alone::contains).toList();
    }

    private List<String> brokenPairs(SyntheticArticles planned, String root, Map<String, String> ids) {
        Set<String> copies = new HashSet<>(suppressed());
        return planned.copies().stream()
                .map(pair -> Stream.of(pair.one(), pair.other())
                        .map(name -> ids.getOrDefault(root + "/" + name, name))
                        .toList())
                .filter(pair -> pair.stream().filter(copies::contains).count() != 1)
                .map(String::valueOf)
                .toList();
    }

    private static List<String> doubled(List<String> ids) {
        Map<String, Long> counts = ids.stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static void add(List<String> complaints, String what, List<String> articles) {
        if (!articles.isEmpty()) {
            complaints.add(articles.size() + " " + what + ": "
                    + String.join(", ", articles.subList(0, Math.min(5, articles.size()))));
        }
    }
}
