package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.stories.StoryCorpus.LabelledStoryArticle;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryDecision.Moved;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.StoryArticle;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Groups the articles of JSON-lines files ({@code id story lang time text}) in their order and scores the stories.
 * Articles without a story are unrelated news: they are not scored, and each that is in a labelled article's story is an
 * error of it.
 */
public final class StoriesEvaluation {

    private final StoryIndex index = new StoryIndex(StoryJournal.NONE);
    private final StoryGrouper grouper = new StoryGrouper(index);
    private final Retrieval retrieval = new Retrieval(index.links());
    private final List<LabelledStoryArticle> articles = new ArrayList<>();
    private final Map<String, LabelledStoryArticle> byArticleId = new HashMap<>();
    private final Map<String, String> found = new HashMap<>();
    private final List<StoryMerge> merges = new ArrayList<>();

    private StoriesEvaluation() {}

    /**
     * Evaluates.
     *
     * @param files JSON lines, of which all articles are mixed in an order that hangs on their ids alone when there are
     *     several; {@code time} is ISO 8601 or milliseconds since 1970
     * @throws IOException when a file cannot be read or a line is no JSON
     */
    public static StoriesReport runEvaluation(List<Path> files) throws IOException {
        StoriesEvaluation evaluation = new StoriesEvaluation();
        StoryCorpus.read(files).forEach(evaluation::addArticle);
        return evaluation.report();
    }

    private void addArticle(LabelledStoryArticle article) {
        String id = ArticleDetails.idOf(article.id());
        articles.add(article);
        byArticleId.put(id, article);
        found.put(article.id(), article.id());
        article.features().ifPresent(features -> {
            grouper.addArticle(ArticleDetails.ofName(article.id(), article.title(), article.time()), features)
                    .ifPresent(this::placeInStory);
            if (!article.story().isEmpty()) {
                retrieval.addArticle(article.story(), article.language(), features);
            }
        });
    }

    private void placeInStory(StoryDecision decision) {
        found.put(labelled(decision.article()).id(), decision.story());
        for (Moved moved : decision.moved()) {
            moved.articles().forEach(member -> found.put(labelled(member).id(), moved.to()));
        }
        decision.article().belonging().nearest().ifPresent(nearest -> merges.add(joined(decision, nearest)));
        decision.moved().stream()
                .filter(moved -> index.strandsOf(moved.from()).isEmpty())
                .forEach(moved -> merges.add(merged(moved.articles().get(0), decision.article())));
    }

    private LabelledStoryArticle labelled(StoryArticle article) {
        return labelled(article.id());
    }

    private LabelledStoryArticle labelled(String articleId) {
        return Objects.requireNonNull(byArticleId.get(articleId), articleId);
    }

    private StoryMerge joined(StoryDecision decision, String nearest) {
        List<String> reasons = decision.article().belonging().reasons().stream()
                .map(reason -> reason.value())
                .toList();
        return merge(
                StoryMerge.Kind.JOINED,
                labelled(decision.article()),
                labelled(nearest),
                decision.article().belonging().score(),
                reasons);
    }

    private StoryMerge merged(StoryArticle eldest, StoryArticle cause) {
        return merge(
                StoryMerge.Kind.STORIES_MERGED,
                labelled(eldest),
                labelled(cause),
                cause.belonging().score(),
                List.of());
    }

    private static StoryMerge merge(
            StoryMerge.Kind kind,
            LabelledStoryArticle article,
            LabelledStoryArticle met,
            double score,
            List<String> reasons) {
        String languages = Stream.of(article.language(), met.language())
                .distinct()
                .sorted()
                .collect(Collectors.joining("-"));
        return new StoryMerge(kind, languages, article.id(), article.title(), met.id(), met.title(), score, reasons);
    }

    private StoriesReport report() {
        List<GroupScores.Grouped> grouped = new ArrayList<>();
        List<GroupScores.Grouped> alone = new ArrayList<>();
        for (LabelledStoryArticle article : articles) {
            String story = found.getOrDefault(article.id(), article.id());
            grouped.add(new GroupScores.Grouped(article.story(), story, article.language()));
            alone.add(new GroupScores.Grouped(article.story(), article.id(), article.language()));
        }
        GroupScores groups = new GroupScores(grouped);
        return new StoriesReport(
                articles.size(),
                StoryScores.of(groups),
                StoryScores.of(new GroupScores(alone)),
                groups.byLanguagePair(),
                retrieval.byDirection(),
                merges);
    }
}
