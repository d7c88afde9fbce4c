package dev.tidings.streams.analyse;

import dev.tidings.streams.extract.Document;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.streams.extract.Extractors;

/** Finds blocks, title and address, as the media type asks. */
final class ExtractStage implements Stage {

    private final Extractors extractors;

    ExtractStage(Extractors extractors) {
        this.extractors = extractors;
    }

    @Override
    public String name() {
        return "extract";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public String algorithm() {
        return String.join(" ", extractors.versions());
    }

    @Override
    public String algorithm(AnalysisState after) {
        return after.extraction().extractor();
    }

    @Override
    public StageFailure failure() {
        return StageFailure.PARSE;
    }

    @Override
    public AnalysisState apply(AnalysisState before) {
        ArticleInput input = before.input();
        Document document =
                new Document(before.text().text(), input.suppliedMetadata().title(), input.mapping());
        Extraction found = extractors.forMediaType(input.mediaType()).extractArticle(document);
        Extraction extraction = found.withMetadata(input.suppliedMetadata().complete(found.documentMetadata()));
        return before.withExtraction(
                extraction,
                SourceUrl.of(
                        input.suppliedMetadata(), extraction.documentMetadata().canonicalUrl()));
    }

    @Override
    public String describe(AnalysisState after) {
        return after.extraction().textBlocks().size() + " blocks, "
                + after.title().map(title -> "title: " + title).orElse("no title");
    }
}
