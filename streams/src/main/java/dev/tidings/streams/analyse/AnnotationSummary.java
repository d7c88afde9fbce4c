package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.Annotation;
import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.enrich.keyword.ScoredKeyword;
import java.util.stream.Collectors;

/** Describes an annotation in a few words for people. For one annotation. */
final class AnnotationSummary implements Annotation.Visitor {

    private String words = "";

    private AnnotationSummary() {}

    static String of(Annotation annotation) {
        AnnotationSummary summary = new AnnotationSummary();
        annotation.accept(summary);
        return summary.words.isBlank() ? "none" : summary.words;
    }

    @Override
    public void visit(Annotation.Counts counts) {
        words = counts.words() + " words, " + counts.sentences() + " sentences";
    }

    @Override
    public void visit(Annotation.Credits credits) {
        words = credits.credits().stream().map(Credit::name).collect(Collectors.joining(", "));
    }

    @Override
    public void visit(Annotation.Dates dates) {
        words = dates.published().map(date -> "published " + date.iso() + ", ").orElse("")
                + dates.dates().mentions().size() + " dates";
    }

    @Override
    public void visit(Annotation.Names names) {
        words = names.names().people().size() + " people, "
                + names.names().organisations().size() + " organisations, "
                + names.names().places().size() + " places";
    }

    @Override
    public void visit(Annotation.Keywords keywords) {
        words = keywords.scoredKeywords().stream().map(ScoredKeyword::term).collect(Collectors.joining(", "));
    }

    @Override
    public void visit(Annotation.Summary summary) {
        words = String.join(" ", summary.sentences());
    }
}
