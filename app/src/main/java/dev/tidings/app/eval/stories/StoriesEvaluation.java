package dev.tidings.app.eval.stories;

import dev.tidings.app.eval.stories.StoryCorpus.LabelledStoryArticle;
import dev.tidings.streams.story.group.InMemoryStoryIndex;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.StoryGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups the articles of a JSON-lines file ({@code id story lang time text}) in their order and scores the stories. */
public final class StoriesEvaluation {

    private final InMemoryStoryIndex index = new InMemoryStoryIndex();
    private final StoryGrouper grouper = new StoryGrouper(index);
    private final Retrieval retrieval = new Retrieval();
    private final List<LabelledStoryArticle> articles = new ArrayList<>();
    private final Map<String, String> found = new HashMap<>();

    private StoriesEvaluation() {}

    /**
     * Evaluates.
     *
     * @param file JSON lines; {@code time} is ISO 8601 or milliseconds since 1970
     * @throws IOException when the file cannot be read or a line is no JSON
     */
    public static StoriesReport runEvaluation(Path file) throws IOException {
        StoriesEvaluation evaluation = new StoriesEvaluation();
        StoryCorpus.read(file).forEach(evaluation::addArticle);
        return evaluation.report();
    }

    private void addArticle(LabelledStoryArticle article) {
        articles.add(article);
        found.put(article.id(), article.id());
        article.features().ifPresent(features -> {
            placeInStory(grouper.addArticle(article.id(), article.time(), features));
            retrieval.addArticle(article.story(), article.language(), features);
        });
    }

    private void placeInStory(StoryDecision decision) {
        found.put(decision.article().id(), decision.story().id());
        for (StoryGroup merged : decision.merged()) {
            merged.members()
                    .forEach(member -> found.put(member, decision.story().id()));
        }
    }

    private StoriesReport report() {
        GroupScores groups = new GroupScores(articles.stream()
                .map(article -> new GroupScores.Grouped(
                        article.story(), found.getOrDefault(article.id(), article.id()), article.language()))
                .toList());
        double precision = groups.precision();
        double recall = groups.recall();
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new StoriesReport(
                articles.size(), precision, recall, f1, groups.byLanguagePair(), retrieval.byDirection(index));
    }
}
