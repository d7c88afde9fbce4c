package dev.tidings.streams.extract.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the text runs of the article: those of the element whose paragraphs are the most and the densest, as in
 * Readability, or those that a second copy of the article's text contains.
 */
final class ArticleFinder {

    /**
     * Share of the prose, 0 to 1, from which an element is believed to hold the article though its name speaks against
     * it.
     */
    private static final double UNLIKELY_SHARE_THRESHOLD = 0.25;

    private static final double VERY_UNLIKELY_SHARE_THRESHOLD = 0.75;
    private static final int LEVELS = 5;
    private static final int CLIMBED = 8;
    private static final double GAIN_THRESHOLD = 1.1;
    private static final double PROSE_DENSITY_THRESHOLD = 0.7;
    private static final double COPY_SHARE_THRESHOLD = 0.5;
    private static final int MIN_COPY_LETTERS = 200;
    private static final int MIN_ARTICLE_WEIGHT = 150;

    private final List<TextRun> textRuns;
    private final Optional<ArticleText> copy;
    private final Set<Element> unlikelyElements;

    ArticleFinder(List<TextRun> textRuns, Optional<ArticleText> copy) {
        this.textRuns = textRuns;
        this.copy = copy.filter(text -> text.letterCount() >= MIN_COPY_LETTERS);
        this.unlikelyElements = confirmedUnlikely(textRuns);
    }

    /** Returns the unlikely elements that do not hold so much prose that they must be the article. */
    private static Set<Element> confirmedUnlikely(List<TextRun> textRuns) {
        Map<Element, Integer> prose = new HashMap<>();
        int all = 0;
        for (TextRun textRun : textRuns) {
            if (textRun.isProse()) {
                all += textRun.weight();
                textRun.unlikelyElements().forEach(element -> prose.merge(element, textRun.weight(), Integer::sum));
            }
        }
        Set<Element> unlikely = new HashSet<>();
        for (TextRun textRun : textRuns) {
            for (Element element : textRun.unlikelyElements()) {
                double threshold = UnlikelyContent.isVeryUnlikely(element)
                        ? VERY_UNLIKELY_SHARE_THRESHOLD
                        : UNLIKELY_SHARE_THRESHOLD;
                if (prose.getOrDefault(element, 0) < threshold * all) {
                    unlikely.add(element);
                }
            }
        }
        return unlikely;
    }

    /** Returns whether a text run stands in an element that is unlikely to be part of the article. */
    boolean isUnlikely(TextRun textRun) {
        return textRun.unlikelyElements().stream().anyMatch(unlikelyElements::contains);
    }

    /** Returns the text runs of the article in their order; none when the page has no prose. */
    List<TextRun> findTextRuns() {
        List<TextRun> dense = byDensity();
        return copy.flatMap(this::byCopy)
                .filter(runs -> totalWeight(runs) >= COPY_SHARE_THRESHOLD * totalWeight(dense))
                .orElse(dense);
    }

    private Optional<List<TextRun>> byCopy(ArticleText text) {
        List<TextRun> matching = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int letters = 0;
        for (TextRun textRun : textRuns) {
            if (textRun.kind() != TextRun.Kind.CAPTION
                    && text.containsParagraph(textRun.text())
                    && seen.add(textRun.text())) {
                matching.add(textRun);
                letters +=
                        ArticleText.lettersOf(textRun.text(), Integer.MAX_VALUE).length();
            }
        }
        return letters < COPY_SHARE_THRESHOLD * text.letterCount() ? Optional.empty() : Optional.of(matching);
    }

    private List<TextRun> byDensity() {
        List<TextRun> prose = textRuns.stream()
                .filter(textRun -> textRun.isProse() && !isUnlikely(textRun))
                .toList();
        return bestContainer(prose)
                .map(top -> runsWithin(growToContainer(top, prose), prose))
                .orElse(List.of());
    }

    /**
     * Returns the largest element around the best one that adds prose rather than links: paragraphs of one article
     * often stand in several boxes.
     */
    private Element growToContainer(Element top, List<TextRun> prose) {
        List<TextRun> shown =
                textRuns.stream().filter(textRun -> !isUnlikely(textRun)).toList();
        Element best = top;
        int weight = totalWeight(runsWithin(top, prose));
        @Nullable Element around = top.parent();
        for (int level = 0;
                level < CLIMBED && around != null && !around.normalName().equals("html");
                level++) {
            int more = totalWeight(runsWithin(around, prose));
            int all = totalWeight(runsWithin(around, shown));
            if (more >= GAIN_THRESHOLD * weight && more >= PROSE_DENSITY_THRESHOLD * all) {
                best = around;
                weight = more;
            }
            around = around.parent();
        }
        return best;
    }

    private static int totalWeight(List<TextRun> textRuns) {
        return textRuns.stream().mapToInt(TextRun::weight).sum();
    }

    private static Optional<Element> bestContainer(Collection<TextRun> prose) {
        Map<Element, Double> scores = new LinkedHashMap<>();
        for (TextRun textRun : prose) {
            double score = 1 + Math.min(textRun.weight() / 100.0, 4);
            @Nullable Element element = textRun.owner();
            for (int level = 0; level < LEVELS && element != null; level++) {
                double share = level < 2 ? 1 : 1.0 / level;
                scores.merge(element, score * share, Double::sum);
                element = element.parent();
            }
        }
        return scores.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private List<TextRun> runsWithin(Element top, List<TextRun> prose) {
        return prose.stream().filter(textRun -> isIn(textRun.owner(), top)).toList();
    }

    /** Returns how many outermost {@code article} elements hold a good part of some text runs. */
    static int countArticleElements(List<TextRun> textRuns) {
        Map<Element, Integer> weights = new HashMap<>();
        textRuns.forEach(textRun ->
                textRun.articleElement().ifPresent(article -> weights.merge(article, textRun.weight(), Integer::sum)));
        return (int) weights.values().stream()
                .filter(weight -> weight >= MIN_ARTICLE_WEIGHT)
                .count();
    }

    static boolean isIn(Element element, Element ancestor) {
        @Nullable Element open = element;
        while (open != null && !open.equals(ancestor)) {
            open = open.parent();
        }
        return open != null;
    }
}
