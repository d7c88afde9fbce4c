package dev.tidings.streams.analyse;

import dev.tidings.streams.boilerplate.HostBoilerplate;
import dev.tidings.streams.decode.DecodedText;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.enrich.Annotation;
import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.enrich.EnricherInput;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Title;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.text.language.Identification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article on its way through the analysis, with the result of every stage so far. A stage returns a new state with
 * its own result in it; the one it got stays as it was. Asking for the result of a stage that has not run yet is a
 * mistake in the order of stages and throws {@link IllegalStateException}. For one thread at a time.
 */
public final class AnalysisState {

    private ArticleInput input;
    private final long revision;
    private final long time;
    private List<StageProvenance> provenance = List.of();
    private @Nullable DecodedText text;
    private @Nullable Extraction extraction;
    private @Nullable SourceUrl sourceUrl;
    private String body = "";
    private String wholeBody = "";
    private Optional<HostBoilerplate> knownBoilerplate = Optional.empty();
    private Optional<HostBoilerplate> learnedBoilerplate = Optional.empty();
    private @Nullable Sketch sketch;
    private @Nullable Identification language;
    private @Nullable EnricherInput enricherInput;
    private List<Annotation> annotations = List.of();
    private Optional<EventFeatures> features = Optional.empty();

    /**
     * Makes the state of an article that no stage has seen.
     *
     * @param input the article as it was found
     * @param revision its revision, from 1
     * @param time time of its raw record, milliseconds since 1970
     */
    public AnalysisState(ArticleInput input, long revision, long time) {
        this.input = input;
        this.revision = revision;
        this.time = time;
    }

    private AnalysisState(AnalysisState before) {
        input = before.input;
        revision = before.revision;
        time = before.time;
        provenance = before.provenance;
        text = before.text;
        extraction = before.extraction;
        sourceUrl = before.sourceUrl;
        body = before.body;
        wholeBody = before.wholeBody;
        knownBoilerplate = before.knownBoilerplate;
        learnedBoilerplate = before.learnedBoilerplate;
        sketch = before.sketch;
        language = before.language;
        enricherInput = before.enricherInput;
        annotations = before.annotations;
        features = before.features;
    }

    /** Returns the article as it was found; once it is decoded, without what it came in. */
    public ArticleInput input() {
        return input;
    }

    /** Returns its revision, from 1. */
    public long revision() {
        return revision;
    }

    /** Returns the time of its raw record, in milliseconds since 1970. */
    public long time() {
        return time;
    }

    /** Returns the stages it went through, in order. */
    public List<StageProvenance> provenance() {
        return provenance;
    }

    /** Returns the status of the stage it went through last. */
    String lastStatus() {
        return provenance.isEmpty()
                ? Stage.OK
                : provenance.get(provenance.size() - 1).status();
    }

    /** Returns the decoded text. */
    public DecodedText text() {
        return made(text, "text");
    }

    /** Returns blocks and title. */
    public Extraction extraction() {
        return made(extraction, "extraction");
    }

    /** Returns the title; empty when the article has none. */
    public Optional<String> title() {
        return extraction().title().map(Title::text);
    }

    /** Returns the article itself. */
    public String body() {
        return body;
    }

    /**
     * Returns the article itself before the boilerplate of its site was left out: equal documents have an equal one,
     * whatever was known of their site when they came.
     */
    public String wholeBody() {
        return wholeBody;
    }

    /** Returns its address on the web. */
    public SourceUrl sourceUrl() {
        return made(sourceUrl, "sourceUrl");
    }

    /**
     * Returns the boilerplate known of its site before the article; empty when the site is new, or the article has
     * none.
     */
    public Optional<HostBoilerplate> knownBoilerplate() {
        return knownBoilerplate;
    }

    /** Returns the boilerplate known of its site after the article; empty when it has no site. */
    public Optional<HostBoilerplate> learnedBoilerplate() {
        return learnedBoilerplate;
    }

    /** Returns the sketch by which duplicates are found. */
    public Sketch sketch() {
        return made(sketch, "sketch");
    }

    /** Returns the language. */
    public Identification language() {
        return made(language, "language");
    }

    /** Returns the input of the enrichers. */
    public EnricherInput enricherInput() {
        return made(enricherInput, "enricherInput");
    }

    /** Returns the annotations of the enrichers, in their order; those of enrichers that failed are missing. */
    public List<Annotation> annotations() {
        return annotations;
    }

    /** Returns the story features; empty when making them failed. */
    public Optional<EventFeatures> features() {
        return features;
    }

    /**
     * Returns the codes of what was unusual and survived, in the order found, none twice; only of stages that have run.
     */
    public List<String> flags() {
        return Stream.of(
                        Stream.ofNullable(text).map(DecodedText::flags),
                        Stream.ofNullable(sourceUrl).map(SourceUrl::flags),
                        Stream.ofNullable(extraction).map(Extraction::flags),
                        Stream.ofNullable(sketch).map(Sketch::flags),
                        annotations.stream().map(Annotation::flags))
                .flatMap(flags -> flags)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static <T> T made(@Nullable T result, String name) {
        if (result == null) {
            throw new IllegalStateException("no stage has made the " + name + " yet");
        }
        return result;
    }

    AnalysisState passed(StageProvenance stage) {
        AnalysisState next = new AnalysisState(this);
        next.provenance = plus(provenance, stage);
        return next;
    }

    /** Returns the state of an article that was found in what came. */
    AnalysisState withInput(ArticleInput found) {
        AnalysisState next = new AnalysisState(this);
        next.input = found;
        return next;
    }

    AnalysisState withText(DecodedText decoded) {
        AnalysisState next = new AnalysisState(this);
        next.text = decoded;
        return next;
    }

    AnalysisState withExtraction(Extraction extracted, SourceUrl found) {
        AnalysisState next = new AnalysisState(this);
        next.extraction = extracted;
        next.sourceUrl = found;
        next.body = extracted.body();
        next.wholeBody = next.body;
        return next;
    }

    AnalysisState withKnownBoilerplate(Optional<HostBoilerplate> known) {
        AnalysisState next = new AnalysisState(this);
        next.knownBoilerplate = known;
        return next;
    }

    AnalysisState withoutBoilerplate(Extraction marked, HostBoilerplate learned) {
        AnalysisState next = new AnalysisState(this);
        next.extraction = marked;
        next.body = marked.body();
        next.learnedBoilerplate = Optional.of(learned);
        return next;
    }

    AnalysisState withSketch(Sketch made) {
        AnalysisState next = new AnalysisState(this);
        next.sketch = made;
        return next;
    }

    AnalysisState withLanguage(Identification identified) {
        AnalysisState next = new AnalysisState(this);
        next.language = identified;
        next.enricherInput = new EnricherInput(extraction(), body, identified, credits());
        return next;
    }

    /** Returns the credits: what the source supplied beside the document goes before what the document says. */
    private List<Credit> credits() {
        return Stream.concat(
                        input.suppliedMetadata().credits().stream(),
                        extraction().documentMetadata().sources().stream()
                                .map(source -> new Credit(source.name(), source.role())))
                .toList();
    }

    AnalysisState withAnnotation(Annotation found) {
        AnalysisState next = new AnalysisState(this);
        next.annotations = plus(annotations, found);
        return next;
    }

    AnalysisState withFeatures(EventFeatures read) {
        AnalysisState next = new AnalysisState(this);
        next.features = Optional.of(read);
        return next;
    }

    private static <T> List<T> plus(List<T> list, T element) {
        List<T> longer = new ArrayList<>(list.size() + 1);
        longer.addAll(list);
        longer.add(element);
        return List.copyOf(longer);
    }
}
