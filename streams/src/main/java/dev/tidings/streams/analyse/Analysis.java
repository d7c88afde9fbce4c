package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.TextDecoder;
import dev.tidings.streams.duplicate.Sketch;
import dev.tidings.streams.duplicate.SketchInput;
import dev.tidings.streams.duplicate.Sketcher;
import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.enrich.Enrichment;
import dev.tidings.streams.enrich.Reading;
import dev.tidings.streams.enrich.Subject;
import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractors;
import dev.tidings.streams.extract.Title;
import dev.tidings.streams.extract.html.HtmlExtractor;
import dev.tidings.streams.margin.Margins;
import dev.tidings.streams.margin.Occasion;
import dev.tidings.streams.story.EventFeatures;
import dev.tidings.streams.story.FeatureReader;
import dev.tidings.text.language.LanguageIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Understands an article by itself: decode, extract, trim, sketch, language, enrich. Pure but for what {@link Margins} has
 * learned: the same input has the same result, whenever and wherever it is asked for. Safe for use by many threads.
 */
public final class Analysis {

    private final TextDecoder decoder = new TextDecoder();
    private final Extractors extractors;
    private final LanguageIdentifier languages;
    private final Enrichment enrichment;

    /** Makes it of its parts. */
    Analysis(Extractors extractors, LanguageIdentifier languages, Enrichment enrichment) {
        this.extractors = extractors;
        this.languages = languages;
        this.enrichment = enrichment;
    }

    /** Returns the analysis that runs in production. Loads the language model; keep it. */
    public static Analysis standard() {
        return new Analysis(
                new Extractors(List.of(new HtmlExtractor())), LanguageIdentifier.load(), Enrichment.standard());
    }

    /** Returns the versions of everything its results depend on, by step. */
    public Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>(enrichment.versions());
        versions.put("decode", TextDecoder.VERSION);
        versions.put("extract", String.join(" ", extractors.versions()));
        versions.put("margins", Margins.VERSION);
        versions.put("sketch", Sketcher.ALGORITHM);
        versions.put("language", languages.version());
        return versions;
    }

    /**
     * Takes an article through all steps but {@link #trim}.
     *
     * @throws dev.tidings.streams.RejectedInputException when no article can be made of the input
     */
    public AnalysedArticle analyse(ArticleInput input) {
        return enrich(identify(sketch(extract(decode(input)))));
    }

    /**
     * Finds the text.
     *
     * @throws dev.tidings.streams.RejectedInputException when the bytes are no text
     */
    public Draft.Decoded decode(ArticleInput input) {
        return new Draft.Decoded(input, decoder.decode(input.payload()));
    }

    /**
     * Finds blocks, title and address.
     *
     * @throws dev.tidings.streams.RejectedInputException when the document holds no article by rule
     */
    public Draft.Extracted extract(Draft.Decoded decoded) {
        ArticleInput input = decoded.input();
        Document document = new Document(decoded.text().text(), input.supplied().title());
        Extraction extraction = extractors.forMediaType(input.mediaType()).extract(document);
        return Draft.Extracted.whole(
                decoded,
                extraction,
                Address.of(input.supplied(), extraction.statements().canonicalUrl()));
    }

    /**
     * Leaves out what the article's host puts around its articles, as far as that is known by now. The one step whose
     * outcome hangs on the articles before. An article without an address has no host and stays as it is.
     *
     * @param margins what is known of hosts; learns from this article
     * @param revision revision of the article, from 1
     * @param time time of its raw record, milliseconds since 1970
     */
    public Draft.Extracted trim(Draft.Extracted extracted, Margins margins, long revision, long time) {
        return extracted
                .address()
                .host()
                .map(host -> new Occasion(host, revision, time))
                .map(occasion -> extracted.trimmed(margins.trim(extracted.extraction(), occasion)))
                .orElse(extracted);
    }

    /** Makes what duplicates are found by. */
    public Draft.Sketched sketch(Draft.Extracted extracted) {
        Sketch sketch = Sketcher.sketch(new SketchInput(
                extracted.extraction().title().map(Title::text),
                extracted.body(),
                extracted.wholeBody(),
                extracted.address().canonical()));
        return new Draft.Sketched(extracted, sketch);
    }

    /** Tells the language of title and body. */
    public Draft.Identified identify(Draft.Sketched sketched) {
        Draft.Extracted extracted = sketched.extracted();
        String words = extracted
                .extraction()
                .title()
                .map(title -> title.text() + "\n" + extracted.body())
                .orElse(extracted.body());
        return new Draft.Identified(
                sketched,
                languages.identify(
                        words, extracted.extraction().statements().language().orElse("")));
    }

    /** Finds out the rest. */
    public AnalysedArticle enrich(Draft.Identified identified) {
        Draft.Extracted extracted = identified.sketched().extracted();
        Subject subject =
                new Subject(extracted.extraction(), extracted.body(), identified.language(), credits(extracted));
        return new AnalysedArticle(identified, languages.version(), enrichment.of(subject), features(subject));
    }

    /** What came beside the document goes before what the document says. */
    private static List<Credit> credits(Draft.Extracted extracted) {
        return Stream.concat(
                        extracted.decoded().input().supplied().credits().stream(),
                        extracted.extraction().statements().sources().stream()
                                .map(source -> new Credit(source.name(), source.role())))
                .toList();
    }

    /** As with an enricher: whatever the features trip over, the article goes on without them. */
    private static Optional<EventFeatures> features(Subject subject) {
        Reading reading = subject.reading();
        try {
            return Optional.of(FeatureReader.read(
                    reading.tokens(),
                    subject.language().tag(),
                    subject.language().script(),
                    reading.names(),
                    reading.dates(),
                    reading.prose()::isStopWord));
        } catch (RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
