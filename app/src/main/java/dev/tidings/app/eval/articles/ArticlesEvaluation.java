package dev.tidings.app.eval.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.source.InputContent;
import dev.tidings.schemas.ArticleBody;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.Block;
import dev.tidings.schemas.BlockRole;
import dev.tidings.schemas.DateMention;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Entity;
import dev.tidings.schemas.Mention;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.dryrun.DryRun;
import dev.tidings.streams.story.group.InMemoryStoryIndex;
import dev.tidings.streams.story.group.StoryGrouper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Compares what the pipeline finds in text files and web pages with a gold file: exact for language, script, title,
 * published (as precisely as the gold file has it), credit, dates, countries, persons, boilerplate and duplicate lines,
 * word counts and story; precision and recall for other places, for organisations and for the words of the body. What the
 * gold file does not name of an article is not scored.
 */
public final class ArticlesEvaluation {

    private static final int FULL_DATE = 10;

    /** A script without spaces is compared letter by letter. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+");

    private final ArticlesScore score = new ArticlesScore();
    private final DryRun pipeline = DryRun.withoutStories();
    private final StoryGrouper stories = new StoryGrouper(new InMemoryStoryIndex());
    private final Map<String, String> goldStories = new LinkedHashMap<>();
    private final Map<String, String> foundStories = new LinkedHashMap<>();

    private ArticlesEvaluation() {}

    /**
     * Evaluates.
     *
     * @param gold JSON with an object {@code seeds} from file name to expectation
     * @param folder where the files are
     * @throws IOException when the gold file or a file it names cannot be read
     */
    public static ArticlesReport run(Path gold, Path folder) throws IOException {
        ArticlesEvaluation evaluation = new ArticlesEvaluation();
        JsonNode files = new ObjectMapper().readTree(gold.toFile()).path("seeds");
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            evaluation.add(
                    file.getKey(), new GoldArticle(file.getValue()), Files.readAllBytes(folder.resolve(file.getKey())));
        }
        evaluation.addStories();
        return evaluation.score.report();
    }

    private static String mediaType(InputContent content) throws IOException {
        Optional<InputFormat> format = InputFormats.standard().of(content);
        if (format.isEmpty()) {
            return "text/plain";
        }
        try (RecordReader records = format.get().read(content, content.size())) {
            return records.next().map(SuppliedArticle.class::cast).orElseThrow().mediaType();
        }
    }

    private void add(String file, GoldArticle gold, byte[] bytes) throws IOException {
        RawArticle raw = RawArticle.newBuilder()
                .setArticleId(ArticleId.of(file))
                .setUri(file)
                .setMediaType(mediaType(InputContent.of(file, ByteBuffer.wrap(bytes))))
                .setPayload(ByteBuffer.wrap(bytes))
                .build();
        Optional<DryRun.Published> published = pipeline.run(raw).published();
        score.exact(file, "accepted", true, published.isPresent());
        published.ifPresent(found -> addFields(file, gold, found));
    }

    private void addFields(String file, GoldArticle gold, DryRun.Published found) {
        EnrichedArticle event = found.event();
        exact(file, gold, "language", "language", gold::text, event.getLanguage());
        exact(file, gold, "script", "script", gold::text, event.getScript());
        exact(file, gold, "title", "title", gold::text, title(event));
        exact(file, gold, "words", "words_icu_article", gold::number, event.getWordCount());
        exact(file, gold, "boilerplate", "boilerplate_lines", gold::lines, lines(event, BlockRole.BOILERPLATE));
        exact(file, gold, "duplicates", "duplicate_lines", gold::lines, lines(event, BlockRole.DUPLICATE));
        exact(file, gold, "credit", "credit", gold::text, credit(event));
        exact(file, gold, "published", "published", gold::text, published(event, gold.text("published")));
        exact(file, gold, "dates", "mentioned_dates", field -> gold.dates(), dates(event));
        addNames(file, gold, event);
        if (gold.has("body")) {
            score.words("body", words(gold.text("body")), words(ArticleBody.of(event)));
        }
        if (gold.has("story")) {
            goldStories.put(file, gold.text("story"));
            found.analysed()
                    .features()
                    .ifPresent(features -> foundStories.put(
                            file, stories.add(file, 0, features).story().id()));
        }
    }

    private void exact(
            String file,
            GoldArticle gold,
            String name,
            String field,
            Function<String, Object> expected,
            Object actual) {
        if (gold.has(field)) {
            score.exact(file, name, expected.apply(field), actual);
        }
    }

    private void addNames(String file, GoldArticle gold, EnrichedArticle event) {
        List<Entity> countries = new ArrayList<>();
        List<Entity> places = new ArrayList<>();
        event.getPlaces().forEach(place -> (place.getLiteral().isPresent() ? countries : places).add(place));
        Set<String> codes = new TreeSet<>();
        countries.forEach(country -> codes.add(country.getLiteral().orElseThrow()));
        exact(file, gold, "countries", "countries", field -> gold.codes(), codes);
        if (gold.has("persons")) {
            score.exactNames(file, "persons", gold.names("persons"), surfaces(event.getPeople()));
        }
        if (gold.has("places")) {
            score.names(file, "places", gold.names("places"), surfaces(places));
        }
        if (gold.has("organisations")) {
            score.names(file, "organisations", gold.names("organisations"), surfaces(event.getOrganisations()));
        }
    }

    private static String published(EnrichedArticle event, String expected) {
        String iso = event.getPublished().map(date -> date.getIso()).orElse("");
        return expected.isEmpty() ? iso : iso.substring(0, Math.min(iso.length(), expected.length()));
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Two files belong to one story exactly when the gold file says so. */
    private void addStories() {
        goldStories.forEach((file, story) -> score.exact(
                file,
                "story",
                together(goldStories, story),
                together(foundStories, foundStories.getOrDefault(file, ""))));
    }

    private static Set<String> together(Map<String, String> stories, String story) {
        Set<String> files = new TreeSet<>();
        stories.forEach((file, other) -> {
            if (other.equals(story)) {
                files.add(file);
            }
        });
        return files;
    }

    private static String title(EnrichedArticle event) {
        return event.getHeadlines().isEmpty() ? "" : event.getHeadlines().get(0).getValue();
    }

    private static String credit(EnrichedArticle event) {
        return event.getInfoSources().isEmpty()
                ? ""
                : event.getInfoSources().get(0).getName();
    }

    private static Set<String> dates(EnrichedArticle event) {
        Set<String> dates = new TreeSet<>();
        for (DateMention date : event.getDates()) {
            if (date.getOrigin().equals("stated") && date.getIso().length() == FULL_DATE) {
                dates.add(date.getIso() + " | " + date.getSurface() + " | "
                        + date.getWeekdayConsistent().map(String::valueOf).orElse(""));
            }
        }
        return dates;
    }

    private static List<Set<String>> surfaces(List<Entity> entities) {
        List<Set<String>> surfaces = new ArrayList<>();
        for (Entity entity : entities) {
            Set<String> mentions = new LinkedHashSet<>();
            entity.getMentions().stream().map(Mention::getSurface).forEach(mentions::add);
            surfaces.add(mentions);
        }
        return surfaces;
    }

    /** Returns the lines, from 1, that begin in blocks of a role. */
    private static List<Integer> lines(EnrichedArticle event, BlockRole role) {
        List<Integer> lines = new ArrayList<>();
        String text = event.getText();
        int line = 1;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            if (!text.substring(start, end).isBlank() && roleAt(event, start) == role) {
                lines.add(line);
            }
            line++;
            start = end + 1;
        }
        return lines;
    }

    private static BlockRole roleAt(EnrichedArticle event, int position) {
        return event.getBlocks().stream()
                .filter(block -> block.getStart() <= position && position < block.getEnd())
                .map(Block::getRole)
                .findFirst()
                .orElse(BlockRole.UNKNOWN);
    }
}
