package dev.tidings.app.cli.eval;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.duplicates.DuplicatesRun;
import dev.tidings.app.eval.duplicates.DuplicatesRun.Decided;
import dev.tidings.app.eval.duplicates.LabelledArticles;
import dev.tidings.app.eval.updates.UpdatesReport;
import dev.tidings.streams.dedup.index.DedupWindows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings eval updates}: how much of what tells something new is withheld, and how much of what does not. */
@Command(
        name = "updates",
        description = {
            "Count what of copies and of news is withheld.",
            "Runs pairs of texts through deduplication in memory, of which the second is a copy of the"
                    + " first or tells something new. FOLDER holds the texts in pairs/, in the order of their names,"
                    + " and expected.tsv: file name of each second text, its kind and its language."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval updates ~/updates", "  tidings eval updates ~/updates -o json"})
public final class EvalUpdatesCommand implements Callable<Integer> {

    private static final View<UpdatesReport.Kind> KINDS = View.of(UpdatesReport.Kind.class)
            .withColumn("second text", UpdatesReport.Kind::kind)
            .withColumn("texts", UpdatesReport.Kind::texts)
            .withColumn("withheld", UpdatesReport.Kind::withheld)
            .withColumn("%", kind -> String.format(Locale.ROOT, "%.1f", 100 * kind.share()))
            .withColumn("verdicts", EvalUpdatesCommand::verdictText);

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FOLDER", description = "Pairs of texts.")
    private Path folder = Path.of("");

    public EvalUpdatesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            List<Decided> run = new DuplicatesRun(DedupWindows.DEFAULT)
                    .decideAll(LabelledArticles.readArticles(folder.resolve("pairs")));
            UpdatesReport report =
                    UpdatesReport.reportOf(run, UpdatesReport.readKinds(folder.resolve(UpdatesReport.EXPECTED)));
            output.openWriter(console).writeList(KINDS, report.kinds());
            return ExitCode.OK.code();
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    e.getMessage() + "; give a folder with pairs/ and " + UpdatesReport.EXPECTED + ", see --help");
        }
    }

    private static String verdictText(UpdatesReport.Kind kind) {
        return kind.verdicts().entrySet().stream()
                .map(verdict -> verdict.getKey() + " " + verdict.getValue())
                .collect(Collectors.joining(", "));
    }
}
