package dev.tidings.app.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.story.MemoryStories;
import dev.tidings.streams.story.StoryDecision;
import dev.tidings.streams.story.StoryGroup;
import dev.tidings.streams.story.StoryGrouper;
import dev.tidings.streams.topology.DryRun;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Groups the articles of a JSON-lines file ({@code id story lang time text}) in their order and scores the stories. */
public final class StoriesEvaluation {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Labelled(String id, String story, String language) {}

    private final DryRun pipeline = DryRun.withoutStories();
    private final MemoryStories memory = new MemoryStories();
    private final StoryGrouper grouper = new StoryGrouper(memory);
    private final Retrieval retrieval = new Retrieval();
    private final List<Labelled> articles = new ArrayList<>();
    private final Map<String, String> found = new HashMap<>();

    private StoriesEvaluation() {}

    /**
     * Evaluates.
     *
     * @param file JSON lines; {@code time} is ISO 8601 or milliseconds since 1970
     * @throws IOException when the file cannot be read or a line is no JSON
     */
    public static StoriesReport run(Path file) throws IOException {
        StoriesEvaluation evaluation = new StoriesEvaluation();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (!line.isBlank()) {
                evaluation.add(JSON.readTree(line));
            }
        }
        return evaluation.report();
    }

    private void add(JsonNode line) {
        String id = line.path("id").asText();
        Labelled article =
                new Labelled(id, line.path("story").asText(), line.path("lang").asText());
        articles.add(article);
        found.put(id, id);
        RawArticle raw = RawArticle.newBuilder()
                .setArticleId(ArticleId.of(id))
                .setUri(id)
                .setMediaType("text/plain")
                .setPayload(ByteBuffer.wrap(line.path("text").asText().getBytes(StandardCharsets.UTF_8)))
                .build();
        pipeline.run(raw)
                .published()
                .flatMap(published -> published.analysed().features())
                .ifPresent(features -> {
                    place(grouper.add(id, time(line.path("time")), features));
                    retrieval.add(article.story(), article.language(), features);
                });
    }

    private void place(StoryDecision decision) {
        found.put(decision.article().id(), decision.story().id());
        for (StoryGroup merged : decision.merged()) {
            merged.members()
                    .forEach(member -> found.put(member, decision.story().id()));
        }
    }

    private static long time(JsonNode time) {
        return time.isNumber() || time.isMissingNode()
                ? time.asLong()
                : Instant.parse(time.asText()).toEpochMilli();
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
                articles.size(), precision, recall, f1, groups.byLanguagePair(), retrieval.byDirection(memory));
    }
}
