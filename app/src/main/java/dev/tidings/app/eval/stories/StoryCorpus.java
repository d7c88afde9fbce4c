package dev.tidings.app.eval.stories;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.dryrun.DryRun;
import dev.tidings.streams.story.feature.EventFeatures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Articles with the story each belongs to, from JSON Lines ({@code id story lang time text}), gzipped or not. */
public final class StoryCorpus {

    /** How far apart articles of several files come: their own times say nothing to each other. */
    private static final long MIXED_STEP_MILLIS = 1_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One article.
     *
     * @param id its id
     * @param story its story; articles of one event have the same; empty for unrelated news
     * @param language its language, as the file has it
     * @param time when it came, in milliseconds since 1970; 0 when the file does not say
     * @param title its first line
     * @param features what tells its event; empty when the pipeline withholds the article as a copy
     */
    public record LabelledStoryArticle(
            String id, String story, String language, long time, String title, Optional<EventFeatures> features) {}

    private StoryCorpus() {}

    /**
     * Reads articles and analyses each as the pipeline does.
     *
     * @param files JSON lines; {@code time} is ISO 8601 or milliseconds since 1970
     * @return the articles in the order of the file; of several files mixed, in the order of the hashes of their ids
     * @throws IOException when a file cannot be read or a line is no JSON
     */
    public static List<LabelledStoryArticle> read(List<Path> files) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (Path file : files) {
            readLines(file, lines);
        }
        if (files.size() > 1) {
            lines.sort(Comparator.comparing((JsonNode line) ->
                            UUID.nameUUIDFromBytes(line.path("id").asText().getBytes(UTF_8)))
                    .thenComparing(line -> line.path("id").asText()));
        }
        DryRun pipeline = DryRun.withoutStories();
        List<LabelledStoryArticle> articles = new ArrayList<>(lines.size());
        for (int line = 0; line < lines.size(); line++) {
            articles.add(article(lines.get(line), files.size() > 1 ? line * MIXED_STEP_MILLIS : -1, pipeline));
        }
        return articles;
    }

    private static void readLines(Path file, List<JsonNode> lines) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank()) {
                    lines.add(JSON.readTree(line));
                }
            }
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static LabelledStoryArticle article(JsonNode line, long mixedTime, DryRun pipeline) {
        String id = line.path("id").asText();
        RawArticle raw = RawArticle.newBuilder()
                .setArticleId(ArticleId.of(id))
                .setUri(id)
                .setMediaType("text/plain")
                .setPayload(ByteBuffer.wrap(line.path("text").asText().getBytes(UTF_8)))
                .build();
        return new LabelledStoryArticle(
                id,
                line.path("story").asText(),
                line.path("lang").asText(),
                mixedTime >= 0 ? mixedTime : timeMillis(line.path("time")),
                titleOf(line.path("text").asText()),
                pipeline.runStages(raw)
                        .published()
                        .flatMap(published -> published.analysed().features()));
    }

    private static String titleOf(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static long timeMillis(JsonNode time) {
        return time.isNumber() || time.isMissingNode()
                ? time.asLong()
                : Instant.parse(time.asText()).toEpochMilli();
    }
}
