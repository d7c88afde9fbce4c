package dev.tidings.app.cli.eval;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.duplicates.ClusterScores;
import dev.tidings.app.eval.duplicates.DuplicatesReport;
import dev.tidings.app.eval.duplicates.DuplicatesRun;
import dev.tidings.app.eval.duplicates.DuplicatesRun.Decided;
import dev.tidings.app.eval.duplicates.FoundMerge;
import dev.tidings.app.eval.duplicates.LabelledArticle;
import dev.tidings.app.eval.duplicates.LabelledArticles;
import dev.tidings.streams.dedup.index.DedupWindows;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code tidings eval duplicates}: what deduplication finds in a file of articles, and how right it is if that is
 * known.
 */
@Command(
        name = "duplicates",
        description = {
            "Run articles through deduplication and score verdicts.",
            "In memory, in the order of their seq: JSON Lines with id, seq, arrival_time, lang, url, title"
                    + " and text; gzipped if the name ends in .gz. With cluster and kind the verdicts are scored;"
                    + " without, the merges found are listed for reading. A folder is read as its text files in the"
                    + " order of their names."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings eval duplicates labelled.jsonl.gz",
            "  tidings eval duplicates labelled.jsonl.gz -o json",
            "  tidings eval duplicates ~/articles"
        })
public final class EvalDuplicatesCommand implements Callable<Integer> {

    private static final View<Line> LINES = View.of(Line.class)
            .withColumn("articles", Line::articles)
            .withColumn("pair P %", line -> percentText(line.scores().pairPrecision()))
            .withColumn("pair R %", line -> percentText(line.scores().pairRecall()))
            .withColumn("pair F1 %", line -> percentText(line.scores().pairF1()))
            .withColumn("ARI %", line -> percentText(line.scores().ari()))
            .withColumn("document P %", line -> percentText(line.scores().documentPrecision()))
            .withColumn("document R %", line -> percentText(line.scores().documentRecall()));

    private static final View<FoundMerge> MERGES = View.of(FoundMerge.class)
            .withColumn("verdict", FoundMerge::verdict)
            .withColumn("rule", FoundMerge::rule)
            .withColumn("J", foundMerge -> foundMerge.jaccard() == null ? "" : percentText(foundMerge.jaccard()))
            .withColumn(
                    "C", foundMerge -> foundMerge.containment() == null ? "" : percentText(foundMerge.containment()))
            .withColumn("change", FoundMerge::change)
            .withColumn("article", foundMerge -> foundMerge.id() + " " + foundMerge.title())
            .withColumn("matched", foundMerge -> foundMerge.relatedId() + " " + foundMerge.relatedTitle());

    private static final View<DuplicatesReport> REPORT = View.of(DuplicatesReport.class);

    private static final String WANTED = "give a file of articles as JSON Lines or a folder of text files";

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "Articles.")
    private Path file = Path.of("");

    public EvalDuplicatesCommand(Console console) {
        this.console = console;
    }

    /** One line of the table. */
    private record Line(String articles, ClusterScores scores) {}

    @Override
    public Integer call() {
        List<LabelledArticle> articles = readArticles();
        List<Decided> run = new DuplicatesRun(DedupWindows.DEFAULT).decideAll(articles);
        if (articles.stream().allMatch(article -> article.cluster().isEmpty())) {
            output.openWriter(console).writeList(MERGES, FoundMerge.mergesIn(run));
        } else {
            printReport(DuplicatesReport.reportOf(run));
        }
        return ExitCode.OK.code();
    }

    private List<LabelledArticle> readArticles() {
        try {
            return LabelledArticles.readArticles(file);
        } catch (NoSuchFileException e) {
            throw new CommandException(ExitCode.USAGE, "there is no " + file + "; " + WANTED);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, e.getMessage() + "; " + WANTED);
        }
    }

    private void printReport(DuplicatesReport report) {
        if (output.format != OutputFormat.TABLE) {
            output.openWriter(console).writeOne(REPORT, report);
            return;
        }
        List<Line> lines = new ArrayList<>(
                List.of(new Line("all", report.overallScores()), new Line("all, strict verdicts", report.strict())));
        report.byLanguage().forEach((language, scores) -> lines.add(new Line(language, scores)));
        output.openWriter(console).writeList(LINES, lines);
        String wrong = report.falseMerges().entrySet().stream()
                .filter(kind -> kind.getValue().wrong() > 0)
                .map(kind -> kind.getKey() + " " + kind.getValue().wrong() + " of "
                        + kind.getValue().of())
                .collect(Collectors.joining(", "));
        console.sayLine(
                "joined what is not theirs: " + (wrong.isEmpty() ? "none" : wrong) + "; -o json has every kind");
    }

    private static String percentText(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
