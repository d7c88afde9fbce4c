package dev.tidings.app.eval.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.ArticleInput;
import dev.tidings.streams.analyse.SuppliedMetadata;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.index.DuplicateIndex;
import dev.tidings.streams.dedup.index.IncomingArticle;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.match.Decision;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes articles through the stages up to the sketch and through deduplication, in memory and in stream order. */
public final class DuplicatesRun {

    private final AnalysisStages stages = AnalysisStages.standard().upTo("sketch");
    private final BoilerplateIndex boilerplate = BoilerplateIndex.inMemory();
    private final Deduplicator deduplicator;

    /** Makes a run that has seen no article yet. */
    public DuplicatesRun(DedupWindows dedupWindows) {
        deduplicator = new Deduplicator(DuplicateIndex.inMemory(), dedupWindows);
    }

    /**
     * An article and what was decided of it.
     *
     * @param article the article
     * @param decision the decision
     */
    public record Decided(LabelledArticle article, Decision decision) {}

    /** Returns every article with its decision. */
    public List<Decided> decideAll(List<LabelledArticle> articles) {
        List<Decided> decided = new ArrayList<>();
        for (LabelledArticle article : articles) {
            decided.add(
                    new Decided(article, deduplicator.deduplicateArticle(incomingArticle(article, decided.size()))));
        }
        return decided;
    }

    /** Returns the identity that an article has in a run. */
    static UUID articleIdOf(LabelledArticle article) {
        return UUID.nameUUIDFromBytes(article.id().getBytes(UTF_8));
    }

    private IncomingArticle incomingArticle(LabelledArticle article, int offset) {
        long time = article.arrivalTime() * 1000;
        return new IncomingArticle(
                new SourcePosition(0, offset), time, articleIdOf(article), 1, "", sketchOf(article, time));
    }

    private Sketch sketchOf(LabelledArticle article, long time) {
        Optional<String> url = Optional.ofNullable(article.url());
        SuppliedMetadata suppliedMetadata =
                new SuppliedMetadata(Optional.ofNullable(article.title()), url, Optional.empty(), List.of());
        Payload payload = Payload.of(article.text().getBytes(UTF_8));
        try {
            ArticleInput input = new ArticleInput(payload, "text/plain", suppliedMetadata);
            return stages.run(new AnalysisState(input, 1, time), boilerplate).sketch();
        } catch (RejectedInputException e) {
            // A dead letter never reaches deduplication; here it still has a place in the order.
            return Sketcher.computeSketch(new SketchInput(Optional.empty(), "", url));
        }
    }
}
