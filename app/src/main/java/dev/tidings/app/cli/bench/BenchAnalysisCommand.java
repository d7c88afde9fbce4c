package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.AnalysisCost;
import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings bench-analysis}: what each stage of the analysis takes, without Kafka. */
@Command(
        name = BenchAnalysisCommand.NAME,
        description = {
            "Measure the analysis stage by stage, without Kafka.",
            "In processor time of one thread: lots of different articles until they get no cheaper, and"
                    + " then one more."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings bench-analysis --corpus news    the articles in folder news"})
public final class BenchAnalysisCommand implements Callable<Integer> {
    static final String NAME = "bench-analysis";

    private static final View<Row> VIEW =
            View.of(Row.class).withColumn("stage", Row::stage).withColumn("CPU µs an article", Row::micros);

    private final Console console;

    @Mixin
    private CorpusOption corpus = new CorpusOption();

    @Option(
            names = "--lot",
            paramLabel = "N",
            defaultValue = "4000",
            description = "Articles that are counted together (default: ${DEFAULT-VALUE}).")
    private int lot;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public BenchAnalysisCommand(Console console) {
        this.console = console;
    }

    /** A line of the answer. */
    private record Row(String stage, long micros) {}

    @Override
    public Integer call() {
        if (lot < 1) {
            throw new CommandException(ExitCode.USAGE, "--lot is at least 1; see 'tidings bench-analysis --help'");
        }
        ArticleSupply supply = corpus.openSupply(console.directory());
        Map<String, Long> stages = AnalysisCost.measureStages(supply, lot);
        long together = stages.values().stream().mapToLong(Long::longValue).sum();
        List<Row> rows = Stream.concat(
                        stages.entrySet().stream().map(stage -> new Row(stage.getKey(), stage.getValue())),
                        Stream.of(new Row("together", together)))
                .toList();
        output.openWriter(console).writeList(VIEW, rows);
        return ExitCode.OK.code();
    }
}
