package dev.tidings.app.eval.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.RecordReader;
import dev.tidings.producer.format.SuppliedArticle;
import dev.tidings.producer.format.standard.StandardFormats;
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
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryJournal;
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
 * word counts and story; precision and recall for other places, for organisations and for the words of the body. What
 * the gold file does not name of an article is not scored.
 */
public final class ArticlesEvaluation {

    private static final int FULL_DATE = 10;

    /** A script without spaces is compared letter by letter. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+");

    private final ArticlesScore score = new ArticlesScore();
    private final DryRun pipeline = DryRun.withoutStories();
    private final StoryGrouper stories = new StoryGrouper(new StoryIndex(StoryJournal.NONE));
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
    public static ArticlesReport runEvaluation(Path gold, Path folder) throws IOException {
        ArticlesEvaluation evaluation = new ArticlesEvaluation();
        JsonNode files = new ObjectMapper().readTree(gold.toFile()).path("seeds");
        for (Map.Entry<String, JsonNode> file : files.properties()) {
            evaluation.addArticle(
                    file.getKey(), new GoldArticle(file.getValue()), Files.readAllBytes(folder.resolve(file.getKey())));
        }
        evaluation.addStories();
        return evaluation.score.report();
    }

    private static String mediaType(InputContent content) throws IOException {
        Optional<InputFormat> format = StandardFormats.formats().formatOf(content);
        if (format.isEmpty()) {
            return "text/plain";
        }
        try (RecordReader records = format.get().read(content, content.size())) {
            return records.next().map(SuppliedArticle.class::cast).orElseThrow().mediaType();
        }
    }

    private void addArticle(String file, GoldArticle gold, byte[] bytes) throws IOException {
        RawArticle raw = RawArticle.newBuilder()
                .setArticleId(ArticleId.of(file))
                .setUri(file)
                .setMediaType(mediaType(InputContent.of(file, ByteBuffer.wrap(bytes))))
                .setPayload(ByteBuffer.wrap(bytes))
                .build();
        Optional<DryRun.Published> published = pipeline.runStages(raw).published();
        score.scoreExact(file, "accepted", true, published.isPresent());
        published.ifPresent(found -> addFields(file, gold, found));
    }

    private void addFields(String file, GoldArticle gold, DryRun.Published found) {
        EnrichedArticle event = found.event();
        scoreExact(file, gold, "language", "language", gold::textOf, event.getLanguage());
        scoreExact(file, gold, "script", "script", gold::textOf, event.getScript());
        scoreExact(file, gold, "title", "title", gold::textOf, titleOf(event));
        scoreExact(file, gold, "words", "words_icu_article", gold::numberOf, event.getWordCount());
        scoreExact(
                file,
                gold,
                "boilerplate",
                "boilerplate_lines",
                gold::linesOf,
                linesOfRole(event, BlockRole.BOILERPLATE));
        scoreExact(file, gold, "duplicates", "duplicate_lines", gold::linesOf, linesOfRole(event, BlockRole.DUPLICATE));
        scoreExact(file, gold, "credit", "credit", gold::textOf, creditOf(event));
        scoreExact(file, gold, "published", "published", gold::textOf, publishedDate(event, gold.textOf("published")));
        scoreExact(file, gold, "dates", "mentioned_dates", field -> gold.goldDates(), datesOf(event));
        addNames(file, gold, event);
        if (gold.hasField("body")) {
            score.scoreWords("body", wordsOf(gold.textOf("body")), wordsOf(ArticleBody.of(event)));
        }
        if (gold.hasField("story")) {
            goldStories.put(file, gold.textOf("story"));
            found.analysed()
                    .features()
                    .ifPresent(features -> foundStories.put(
                            file,
                            stories.addArticle(ArticleDetails.ofName(file, "", 0), features)
                                    .map(StoryDecision::story)
                                    .orElse(file)));
        }
    }

    private void scoreExact(
            String file,
            GoldArticle gold,
            String name,
            String field,
            Function<String, Object> expected,
            Object actual) {
        if (gold.hasField(field)) {
            score.scoreExact(file, name, expected.apply(field), actual);
        }
    }

    private void addNames(String file, GoldArticle gold, EnrichedArticle event) {
        List<Entity> countries = new ArrayList<>();
        List<Entity> places = new ArrayList<>();
        event.getPlaces().forEach(place -> (place.getLiteral().isPresent() ? countries : places).add(place));
        Set<String> codes = new TreeSet<>();
        countries.forEach(country -> codes.add(country.getLiteral().orElseThrow()));
        scoreExact(file, gold, "countries", "countries", field -> gold.languageCodes(), codes);
        if (gold.hasField("persons")) {
            score.exactNames(file, "persons", gold.namesOf("persons"), surfacesOf(event.getPeople()));
        }
        if (gold.hasField("places")) {
            score.scoreNames(file, "places", gold.namesOf("places"), surfacesOf(places));
        }
        if (gold.hasField("organisations")) {
            score.scoreNames(
                    file, "organisations", gold.namesOf("organisations"), surfacesOf(event.getOrganisations()));
        }
    }

    private static String publishedDate(EnrichedArticle event, String expected) {
        String iso = event.getPublished().map(date -> date.getIso()).orElse("");
        return expected.isEmpty() ? iso : iso.substring(0, Math.min(iso.length(), expected.length()));
    }

    private static List<String> wordsOf(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Two files belong to one story exactly when the gold file says so. */
    private void addStories() {
        goldStories.forEach((file, story) -> score.scoreExact(
                file,
                "story",
                joinedNames(goldStories, story),
                joinedNames(foundStories, foundStories.getOrDefault(file, ""))));
    }

    private static Set<String> joinedNames(Map<String, String> stories, String story) {
        Set<String> files = new TreeSet<>();
        stories.forEach((file, other) -> {
            if (other.equals(story)) {
                files.add(file);
            }
        });
        return files;
    }

    private static String titleOf(EnrichedArticle event) {
        return event.getHeadlines().isEmpty() ? "" : event.getHeadlines().get(0).getValue();
    }

    private static String creditOf(EnrichedArticle event) {
        return event.getInfoSources().isEmpty()
                ? ""
                : event.getInfoSources().get(0).getName();
    }

    private static Set<String> datesOf(EnrichedArticle event) {
        Set<String> dates = new TreeSet<>();
        for (DateMention date : event.getDates()) {
            if (date.getOrigin().equals("stated") && date.getIso().length() == FULL_DATE) {
                dates.add(date.getIso() + " | " + date.getSurface() + " | "
                        + date.getWeekdayConsistent().map(String::valueOf).orElse(""));
            }
        }
        return dates;
    }

    private static List<Set<String>> surfacesOf(List<Entity> entities) {
        List<Set<String>> surfaces = new ArrayList<>();
        for (Entity entity : entities) {
            Set<String> mentions = new LinkedHashSet<>();
            entity.getMentions().stream().map(Mention::getSurface).forEach(mentions::add);
            surfaces.add(mentions);
        }
        return surfaces;
    }

    /** Returns the lines, from 1, that begin in blocks of a role. */
    private static List<Integer> linesOfRole(EnrichedArticle event, BlockRole role) {
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
