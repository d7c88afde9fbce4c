package dev.tidings.streams.dryrun;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.deadletter.DeadLetters.Position;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.dedup.index.DeadLetteredVersion;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.failure.Attempt;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.Place;
import dev.tidings.streams.story.index.StoryIndex;
import dev.tidings.streams.story.index.StoryJournal;
import dev.tidings.streams.topology.StageResult;
import dev.tidings.streams.topology.analyse.ArticleEnvelope;
import dev.tidings.streams.topology.analyse.EnrichedArticles;
import dev.tidings.streams.topology.analyse.RawArticles;
import dev.tidings.streams.topology.analyse.StageProcessor;
import dev.tidings.streams.topology.dedup.DedupTopology;
import dev.tidings.streams.topology.stories.StoriesTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Runs the stages of the three topologies on articles, in the order in which they are given, without Kafka. For one
 * thread.
 */
public final class DryRun {

    private static final String TOPIC = "dry-run";

    private final AnalysisStages stages = AnalysisStages.standard();
    private final BoilerplateIndex boilerplate = BoilerplateIndex.inMemory();
    private final Deduplicator deduplicator = new Deduplicator(DuplicateIndex.inMemory(), DedupWindows.DEFAULT);
    private final Optional<StoryGrouper> stories;
    private long runs;

    private DryRun(Optional<StoryGrouper> stories) {
        this.stories = stories;
    }

    /** Returns a run of every stage that runs in production, with nothing behind it. */
    public static DryRun complete() {
        return new DryRun(Optional.of(new StoryGrouper(new StoryIndex(StoryJournal.NONE))));
    }

    /** Returns the same without the story stage, for those who group by themselves. */
    public static DryRun withoutStories() {
        return new DryRun(Optional.empty());
    }

    /**
     * The outcome of an article.
     *
     * @param stages the results of the stages, in order; the last one is where it stopped
     * @param published the article, when it came through
     * @param failure why it did not, otherwise
     */
    public record Outcome(List<StageResult> stages, Optional<Published> published, Optional<Failure> failure) {

        /** Freezes the stages. */
        public Outcome {
            stages = List.copyOf(stages);
        }
    }

    /**
     * An article that came through.
     *
     * @param analysed the result of every stage of analyse
     * @param event what would stand in the enriched topic
     * @param decision what it is to the articles before it
     */
    public record Published(AnalysisState analysed, EnrichedArticle event, Decision decision) {}

    /** Runs all stages on an article. */
    public Outcome runStages(RawArticle raw) {
        Position position = new Position(TOPIC, 0, runs++, 0);
        List<StageResult> results = new ArrayList<>();
        Attempt<AnalysisState> analysed = analyse(RawArticles.state(raw, position.timestamp()), results);
        Attempt<Published> published = analysed.result()
                .map(article -> Attempt.of(FailureCategory.ENRICH, () -> publish(raw, article, position)))
                .orElseGet(() -> new Attempt<>(Optional.empty(), analysed.failure()));
        published.result().ifPresent(article -> group(article, results));
        published.failure().ifPresent(failure -> deduplicator.noteDeadLetter(deadLetteredVersion(raw, position)));
        return new Outcome(results, published.result(), published.failure());
    }

    private Attempt<AnalysisState> analyse(AnalysisState article, List<StageResult> results) {
        AnalysisState state = article;
        for (Stage stage : stages.all()) {
            AnalysisState before = state;
            Attempt<AnalysisState> attempt = Attempt.of(
                    StageProcessor.category(stage.failure()), () -> AnalysisStages.run(stage, before, boilerplate));
            if (attempt.result().isEmpty()) {
                attempt.failure().ifPresent(failure -> results.add(deadLetter(stage, failure)));
                return attempt;
            }
            state = attempt.result().get();
            results.add(result(stage, before, state));
        }
        return new Attempt<>(Optional.of(state), Optional.empty());
    }

    private static StageResult deadLetter(Stage stage, Failure failure) {
        return new StageResult(
                stage.name(), stage.algorithm(), "dead letter, " + failure.reason() + ": " + failure.message());
    }

    private static StageResult result(Stage stage, AnalysisState before, AnalysisState after) {
        List<String> flags = new ArrayList<>(after.flags());
        flags.removeAll(before.flags());
        String flagged = flags.isEmpty() ? "" : ", flags " + String.join(", ", flags);
        return new StageResult(stage.name(), stage.algorithm(after), stage.found(after) + flagged);
    }

    private Published publish(RawArticle raw, AnalysisState analysed, Position position) {
        EnrichedArticle event =
                EnrichedArticles.eventOf(new ArticleEnvelope(SourceRecord.atPosition(position), raw, analysed));
        return new Published(
                analysed, event, deduplicator.deduplicateArticle(incomingArticle(raw, analysed, position)));
    }

    private static DeadLetteredVersion deadLetteredVersion(RawArticle raw, Position position) {
        return new DeadLetteredVersion(
                sourcePosition(position),
                position.timestamp(),
                UUID.fromString(raw.getArticleId()),
                raw.getRevision(),
                raw.getDeadLetteredBefore());
    }

    private static SourcePosition sourcePosition(Position position) {
        return new SourcePosition(position.partition(), position.offset());
    }

    private static IncomingArticle incomingArticle(RawArticle raw, AnalysisState analysed, Position position) {
        return new IncomingArticle(
                sourcePosition(position),
                position.timestamp(),
                UUID.fromString(raw.getArticleId()),
                raw.getRevision(),
                raw.getDeadLetteredBefore(),
                EnrichedArticles.contentSha256(raw),
                analysed.sketch());
    }

    private void group(Published article, List<StageResult> results) {
        results.add(new StageResult(DedupTopology.DEDUPLICATE, Deduplicator.ALGORITHM, words(article.decision())));
        stories.ifPresent(grouper ->
                results.add(new StageResult(StoriesTopology.STORIES, StoryGrouper.VERSION, story(grouper, article))));
    }

    private static String words(Decision decision) {
        return decision.verdict() + " by " + decision.rule().publishedCode()
                + (decision.change().isNothing() ? "" : " (" + decision.change().publishedCodes() + ")")
                + decision.matchedArticle()
                        .map(matchedArticle -> ", compared with " + matchedArticle.articleId())
                        .orElse("");
    }

    /** A copy is where its original is. */
    private static String story(StoryGrouper grouper, Published article) {
        if (article.decision().verdict().isCopy()) {
            return "none of its own, a copy";
        }
        return article.analysed()
                .features()
                .flatMap(features -> grouper.addArticle(detailsOf(article.event()), features))
                .map(DryRun::words)
                .orElse("none, without features");
    }

    private static ArticleDetails detailsOf(EnrichedArticle event) {
        return new ArticleDetails(
                event.getArticleId(),
                event.getRevision(),
                event.getUri(),
                event.getSource(),
                Optional.empty(),
                event.getLanguage(),
                event.getScript(),
                new Place(0, event.getSourceOffset(), 0),
                event.getSourceOffset());
    }

    private static String words(StoryDecision decision) {
        String nearest = decision.article()
                .belonging()
                .nearest()
                .map(id -> ", nearest " + id)
                .orElse("");
        return (decision.isFirst() ? "begins story " : "joins story ") + decision.story() + nearest;
    }
}
