package dev.tidings.app.cli.eval;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.language.Accuracy;
import dev.tidings.app.eval.language.EvaluationRow;
import dev.tidings.app.eval.language.LanguageEvaluation;
import dev.tidings.app.eval.language.LanguageReport;
import dev.tidings.text.language.LanguageIdentifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings eval language}: accuracy and speed of the language identifier. */
@Command(
        name = "language",
        description = {
            "Measure the language identifier on labelled rows.",
            "A row is ISO 639-3 code, length class (headline or article), text and perhaps a source,"
                    + " tab-separated; gzipped if the name ends in .gz."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval language rows.tsv.gz", "  tidings eval language rows.tsv -o json"})
public final class EvalLanguageCommand implements Callable<Integer> {
    private static final View<Line> LINES = View.of(Line.class)
            .withColumn("rows", Line::rows)
            .withColumn("strict %", line -> percentText(line.accuracy().strict()))
            .withColumn("lenient %", line -> percentText(line.accuracy().lenient()))
            .withColumn("macro-F1 %", line -> percentText(line.accuracy().macroF1()));

    private static final View<LanguageReport> REPORT = View.of(LanguageReport.class);

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "Labelled rows.")
    private Path file = Path.of("");

    public EvalLanguageCommand(Console console) {
        this.console = console;
    }

    /** One line of the table. */
    private record Line(String rows, Accuracy accuracy) {}

    @Override
    public Integer call() {
        LanguageReport report =
                new LanguageEvaluation(LanguageIdentifier.loadModel(), System::nanoTime).evaluate(readRows());
        if (output.format == OutputFormat.TABLE) {
            output.openWriter(console).writeList(LINES, reportLines(report));
            sayMore(report);
        } else {
            output.openWriter(console).writeOne(REPORT, report);
        }
        return ExitCode.OK.code();
    }

    private List<EvaluationRow> readRows() {
        try {
            return EvaluationRow.readRows(file);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, "cannot read " + file + "; give a file of labelled rows");
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static List<Line> reportLines(LanguageReport report) {
        List<Line> lines = new ArrayList<>(
                Stream.of(new Line("headline", report.headline()), new Line("article", report.article()))
                        .toList());
        report.perSource()
                .forEach((source, byLength) ->
                        byLength.forEach((length, accuracy) -> lines.add(new Line(source + " " + length, accuracy))));
        return lines;
    }

    private void sayMore(LanguageReport report) {
        console.sayLine(String.format(
                Locale.ROOT,
                "%s: %.0f articles/s and %.0f headlines/s on one thread; -o json has every language, the worst"
                        + " confusions and the reliability table",
                report.version(),
                report.articlesPerSecond(),
                report.headlinesPerSecond()));
    }

    private static String percentText(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
