package dev.tidings.streams.topology;

import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.schemas.kafka.DeadLetters.Position;
import dev.tidings.streams.analyse.AnalysedArticle;
import dev.tidings.streams.analyse.Analysis;
import dev.tidings.streams.analyse.Draft;
import dev.tidings.streams.duplicate.Arrival;
import dev.tidings.streams.duplicate.Decision;
import dev.tidings.streams.duplicate.Duplicates;
import dev.tidings.streams.duplicate.Holders;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.Windows;
import dev.tidings.streams.failure.Failures;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.margin.MarginMemory;
import dev.tidings.streams.margin.Margins;
import java.util.Optional;
import java.util.UUID;

/**
 * What analyse and desk would make of articles, in the order in which they are given, without Kafka. For one thread.
 */
public final class DryRun {

    private static final String TOPIC = "dry-run";

    private final Analysis analysis;
    private final Margins margins = new Margins(MarginMemory.inMemory());
    private final Duplicates duplicates;
    private long runs;

    /** Makes an empty desk and the analysis that runs in production. */
    public DryRun() {
        this.analysis = Analysis.standard();
        this.duplicates = new Duplicates(Holders.inMemory(), Windows.DEFAULT);
    }

    /** How an article ended: exactly one of the two is there. */
    public record Outcome(Optional<Published> published, Optional<Failure> failure) {}

    /**
     * An article that came through.
     *
     * @param analysed the result of every step of analyse
     * @param event what would stand in the enriched topic
     * @param decision the desk's word on it
     */
    public record Published(AnalysedArticle analysed, EnrichedArticle event, Decision decision) {}

    /** Takes an article through all stages. */
    public Outcome run(RawArticle raw) {
        Position position = new Position(TOPIC, 0, runs++, 0);
        try {
            AnalysedArticle analysed = analysed(raw, position);
            EnrichedArticle event = EnrichedArticles.event(new InFlight<>(SourceRecord.at(position), raw, analysed));
            Decision decision = duplicates.decide(arrival(raw, analysed, position));
            return new Outcome(Optional.of(new Published(analysed, event, decision)), Optional.empty());
        } catch (Throwable e) {
            return new Outcome(Optional.empty(), Optional.of(Failures.of(FailureCategory.PARSE, e)));
        }
    }

    private AnalysedArticle analysed(RawArticle raw, Position position) {
        Draft.Extracted extracted = analysis.extract(analysis.decode(RawArticles.input(raw)));
        Draft.Extracted trimmed = analysis.trim(extracted, margins, raw.getRevision(), position.timestamp());
        return analysis.enrich(analysis.identify(analysis.sketch(trimmed)));
    }

    private static Arrival arrival(RawArticle raw, AnalysedArticle analysed, Position position) {
        return new Arrival(
                new Reference(position.partition(), position.offset()),
                position.timestamp(),
                UUID.fromString(raw.getArticleId()),
                raw.getRevision(),
                EnrichedArticles.contentSha256(raw),
                analysed.sketch());
    }
}
