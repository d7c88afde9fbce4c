package dev.tidings.streams.analyse;

import dev.tidings.streams.enrich.Credit;
import dev.tidings.streams.enrich.Finding;
import dev.tidings.streams.enrich.digest.Keyword;
import java.util.stream.Collectors;

/** Puts what an enricher found into a few words for people. For one finding. */
final class FindingSummary implements Finding.Visitor {

    private String words = "";

    private FindingSummary() {}

    static String of(Finding finding) {
        FindingSummary summary = new FindingSummary();
        finding.accept(summary);
        return summary.words.isBlank() ? "none" : summary.words;
    }

    @Override
    public void visit(Finding.Counts counts) {
        words = counts.words() + " words, " + counts.sentences() + " sentences";
    }

    @Override
    public void visit(Finding.Credits credits) {
        words = credits.credits().stream().map(Credit::name).collect(Collectors.joining(", "));
    }

    @Override
    public void visit(Finding.Dates dates) {
        words = dates.published().map(date -> "published " + date.iso() + ", ").orElse("")
                + dates.dates().mentions().size() + " dates";
    }

    @Override
    public void visit(Finding.Names names) {
        words = names.names().people().size() + " people, "
                + names.names().organisations().size() + " organisations, "
                + names.names().places().size() + " places";
    }

    @Override
    public void visit(Finding.Keywords keywords) {
        words = keywords.keywords().stream().map(Keyword::term).collect(Collectors.joining(", "));
    }

    @Override
    public void visit(Finding.Summary summary) {
        words = String.join(" ", summary.sentences());
    }
}
