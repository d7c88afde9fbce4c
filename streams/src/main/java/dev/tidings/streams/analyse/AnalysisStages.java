package dev.tidings.streams.analyse;

import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.enrich.BylineEnricher;
import dev.tidings.streams.enrich.CountEnricher;
import dev.tidings.streams.enrich.DateEnricher;
import dev.tidings.streams.enrich.EnricherInput;
import dev.tidings.streams.enrich.KeywordEnricher;
import dev.tidings.streams.enrich.NamedEntityEnricher;
import dev.tidings.streams.enrich.SummaryEnricher;
import dev.tidings.streams.extract.Extractor;
import dev.tidings.streams.extract.Extractors;
import dev.tidings.streams.extract.html.HtmlExtractor;
import dev.tidings.streams.extract.item.FeedItemExtractor;
import dev.tidings.streams.extract.item.JsonExtractor;
import dev.tidings.streams.extract.item.MarkdownExtractor;
import dev.tidings.streams.extract.item.NewsMessageExtractor;
import dev.tidings.streams.extract.item.PressExportExtractor;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.text.language.LanguageIdentifier;
import dev.tidings.text.vocabulary.press.PressExport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The stages of understanding one article, in their order: the one list that the topology, the dry run, provenance,
 * versions and the stage of a dead letter are made of. Safe for use by many threads.
 *
 * @param all the stages, no two of one name
 */
public record AnalysisStages(List<Stage> all) {

    /** Freezes the list and refuses two stages of one name. */
    public AnalysisStages {
        all = List.copyOf(all);
        if (all.stream().map(Stage::name).distinct().count() < all.size()) {
            throw new IllegalArgumentException(
                    "two stages have one name: " + all.stream().map(Stage::name).collect(Collectors.joining(", ")));
        }
    }

    /** Returns the stages that run in production. Loads the language model; keep it. */
    public static AnalysisStages standard() {
        return new AnalysisStages(List.of(
                new DecodeStage(),
                new ExtractStage(extractors()),
                new BoilerplateStage(),
                new LanguageStage(LanguageIdentifier.loadModel()),
                new SketchStage(),
                new EnricherStage(new CountEnricher()),
                new EnricherStage(new BylineEnricher()),
                new EnricherStage(new DateEnricher()),
                new EnricherStage(new NamedEntityEnricher()),
                new EnricherStage(new KeywordEnricher()),
                new EnricherStage(new SummaryEnricher()),
                new StoryFeaturesStage()));
    }

    private static Extractors extractors() {
        Stream<Extractor> documents = Stream.of(
                new HtmlExtractor(),
                new JsonExtractor(),
                new FeedItemExtractor(),
                new NewsMessageExtractor(),
                new MarkdownExtractor());
        Stream<Extractor> exports = Arrays.stream(PressExport.values()).map(PressExportExtractor::new);
        return new Extractors(Stream.concat(documents, exports).toList());
    }

    /**
     * Returns these stages up to one of them.
     *
     * @param last name of the last one
     * @throws IllegalArgumentException when there is no stage of this name
     */
    public AnalysisStages upTo(String last) {
        int end = all.stream().map(Stage::name).toList().indexOf(last);
        if (end < 0) {
            throw new IllegalArgumentException("there is no stage " + last);
        }
        return new AnalysisStages(all.subList(0, end + 1));
    }

    /**
     * Returns the story features of an article that went through a former version of the stages.
     *
     * @param article the article as the stages before the enrichers have left it
     */
    public static EventFeatures remakeFeatures(EnricherInput article) {
        return StoryFeaturesStage.featuresOf(article);
    }

    /** Returns version and algorithm of each stage, by its name: everything the results depend on. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        all.forEach(stage -> versions.put(stage.name(), stage.version() + " " + stage.algorithm()));
        return versions;
    }

    /**
     * Runs all stages on an article.
     *
     * @param store the store of the stages that remember something; learns from this article
     * @throws dev.tidings.streams.RejectedInputException when no article can be made of the input
     */
    public AnalysisState run(AnalysisState article, BoilerplateIndex store) {
        AnalysisState state = article;
        for (Stage stage : all) {
            state = run(stage, state, store);
        }
        return state;
    }

    /**
     * Runs one stage on an article, with reading and writing its store before and after.
     *
     * @throws dev.tidings.streams.RejectedInputException when no article can be made of the input
     */
    public static AnalysisState run(Stage stage, AnalysisState before, BoilerplateIndex store) {
        if (stage.store().isEmpty()) {
            return stage.run(before);
        }
        StageStore stageStore = stage.store().get();
        AnalysisState after = stage.run(stageStore.recall(before, store));
        stageStore.remember(after, store);
        return after;
    }
}
