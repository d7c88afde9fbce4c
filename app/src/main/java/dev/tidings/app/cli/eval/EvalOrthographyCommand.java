package dev.tidings.app.cli.eval;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.language.OrthographyEvaluation;
import dev.tidings.app.eval.language.OrthographyReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code tidings eval orthography}: how much of a Kurdish text typed without its letter for the vowel e is repaired.
 */
@Command(
        name = "orthography",
        description = {
            "Misspell a Kurdish text, repair it, and count words.",
            "Types every ە of a well-spelt Central Kurdish text as ه, as Arabic keyboards do, repairs it,"
                    + " and counts the words with either letter that come out right."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval orthography news-ckb.txt", "  tidings eval orthography news-ckb.txt -o json"})
public final class EvalOrthographyCommand implements Callable<Integer> {

    private static final View<OrthographyReport> REPORT = View.of(OrthographyReport.class)
            .withColumn("words", OrthographyReport::words)
            .withColumn("with ە or ه", report -> report.typed().of())
            .withColumn("repaired", report -> report.typed().right())
            .withColumn("repaired %", report -> String.format(Locale.ROOT, "%.2f", 100 * report.shareRight()))
            .withColumn("left alone", report -> report.clean().right());

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "A well-spelt text, UTF-8.")
    private Path file = Path.of("");

    public EvalOrthographyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        OrthographyReport report = runEvaluation();
        output.openWriter(console).writeOne(REPORT, report);
        if (output.format == OutputFormat.TABLE && !report.wrong().isEmpty()) {
            console.sayLine("wrong most often: " + String.join(" ", report.wrong()));
        }
        return ExitCode.OK.code();
    }

    private OrthographyReport runEvaluation() {
        try (Stream<String> lines = Files.lines(console.directory().resolve(file))) {
            return OrthographyEvaluation.runEvaluation(lines);
        } catch (IOException | UncheckedIOException e) {
            throw new CommandException(ExitCode.USAGE, "cannot read " + file + "; give a text in UTF-8");
        }
    }
}
