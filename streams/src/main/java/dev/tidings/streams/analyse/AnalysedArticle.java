package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.DecodedText;
import dev.tidings.streams.decode.TextDecoder;
import dev.tidings.streams.duplicate.Sketch;
import dev.tidings.streams.enrich.Outcome;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Title;
import dev.tidings.streams.margin.Margins;
import dev.tidings.streams.story.EventFeatures;
import dev.tidings.streams.story.FeatureReader;
import dev.tidings.text.language.Identification;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An article understood, with the result of every step.
 *
 * @param draft the results of decode, extract, sketch and language
 * @param languageVersion name and version of the language identifier
 * @param outcomes what became of each enricher, in their order
 * @param features what tells the article's event; empty when reading them failed
 */
public record AnalysedArticle(
        Draft.Identified draft, String languageVersion, List<Outcome> outcomes, Optional<EventFeatures> features) {

    private static final String OK = Outcome.OK;

    /** Freezes the outcomes. */
    public AnalysedArticle {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A step the article went through.
     *
     * @param step name of the step
     * @param version version of its algorithm or model
     * @param status {@code ok}, or the reason why its fields are empty
     */
    public record Provenance(String step, String version, String status) {}

    /** Returns the article as it was found. */
    public ArticleInput input() {
        return extracted().decoded().input();
    }

    /** Returns the decoded text. */
    public DecodedText text() {
        return extracted().decoded().text();
    }

    /** Returns blocks and title. */
    public Extraction extraction() {
        return extracted().extraction();
    }

    /** Returns the title; empty when the article has none. */
    public Optional<String> title() {
        return extraction().title().map(Title::text);
    }

    /** Returns the article itself. */
    public String body() {
        return extracted().body();
    }

    /** Returns where it stands on the web. */
    public Address address() {
        return extracted().address();
    }

    /** Returns what duplicates are found by. */
    public Sketch sketch() {
        return draft.sketched().sketch();
    }

    /** Returns the language. */
    public Identification language() {
        return draft.language();
    }

    /** Returns the codes of what was unusual and survived, in the order found, none twice. */
    public List<String> flags() {
        return Stream.concat(
                        Stream.of(
                                        text().flags(),
                                        address().flags(),
                                        extraction().flags(),
                                        sketch().flags())
                                .flatMap(List::stream),
                        outcomes.stream()
                                .flatMap(outcome -> outcome.finding().stream())
                                .flatMap(finding -> finding.flags().stream()))
                .distinct()
                .toList();
    }

    /** Returns the steps the article went through, in order. */
    public List<Provenance> provenance() {
        Stream<Provenance> steps = Stream.of(
                new Provenance("decode", TextDecoder.VERSION, OK),
                new Provenance("extract", extraction().extractor(), OK),
                new Provenance("margins", Margins.VERSION, OK),
                new Provenance("sketch", sketch().algorithm(), OK),
                new Provenance("language", languageVersion, OK));
        Stream<Provenance> enrichers =
                outcomes.stream().map(outcome -> new Provenance(outcome.step(), outcome.version(), outcome.status()));
        Provenance story =
                new Provenance("story", FeatureReader.VERSION, features.isPresent() ? OK : "unreadable features");
        return Stream.of(steps, enrichers, Stream.of(story))
                .flatMap(step -> step)
                .toList();
    }

    private Draft.Extracted extracted() {
        return draft.sketched().extracted();
    }
}
