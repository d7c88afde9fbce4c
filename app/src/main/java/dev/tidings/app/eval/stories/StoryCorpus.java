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
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Articles with the story each belongs to, from JSON Lines ({@code id story lang time text}), gzipped or not. */
public final class StoryCorpus {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One article.
     *
     * @param id its id
     * @param story its story; articles of one event have the same
     * @param language its language, as the file has it
     * @param time when it came, in milliseconds since 1970; 0 when the file does not say
     * @param features what tells its event; empty when the pipeline withholds the article as a copy
     */
    public record LabelledStoryArticle(
            String id, String story, String language, long time, Optional<EventFeatures> features) {}

    private StoryCorpus() {}

    /**
     * Reads articles and analyses each as the pipeline does.
     *
     * @param file JSON lines; {@code time} is ISO 8601 or milliseconds since 1970
     * @return the articles in the order of the file
     * @throws IOException when the file cannot be read or a line is no JSON
     */
    public static List<LabelledStoryArticle> read(Path file) throws IOException {
        DryRun pipeline = DryRun.withoutStories();
        List<LabelledStoryArticle> articles = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    articles.add(article(JSON.readTree(line), pipeline));
                }
            }
        }
        return articles;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
    }

    private static LabelledStoryArticle article(JsonNode line, DryRun pipeline) {
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
                timeMillis(line.path("time")),
                pipeline.runStages(raw)
                        .published()
                        .flatMap(published -> published.analysed().features()));
    }

    private static long timeMillis(JsonNode time) {
        return time.isNumber() || time.isMissingNode()
                ? time.asLong()
                : Instant.parse(time.asText()).toEpochMilli();
    }
}
