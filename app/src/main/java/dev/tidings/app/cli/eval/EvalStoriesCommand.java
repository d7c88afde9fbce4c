package dev.tidings.app.cli.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.articles.FieldScore;
import dev.tidings.app.eval.stories.LanguagePair;
import dev.tidings.app.eval.stories.StoriesEvaluation;
import dev.tidings.app.eval.stories.StoriesReport;
import dev.tidings.app.eval.stories.StoryMerge;
import dev.tidings.app.eval.stories.StoryScores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tidings eval stories}: how well articles on one event are brought together across languages. */
@Command(
        name = "stories",
        description = {
            "Group articles into stories and score them by B-cubed.",
            "JSON Lines with id, story, lang, time (ISO 8601 or milliseconds) and text. One file is read in"
                    + " its order; several are mixed in an order of their ids. Articles whose story is empty are"
                    + " unrelated news: each that is in a story is an error of it.",
            "The second line says what the scores were if every article were a story by itself. The table"
                    + " ends with the pairs of languages that are least together: how many pairs of articles of one"
                    + " story are, and how often the likest article of the second language is of the same story as one"
                    + " of the first, and back."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings eval stories parallel.jsonl",
            "  tidings eval stories events.jsonl unrelated.jsonl --merges 50",
            "  tidings eval stories parallel.jsonl -o json"
        })
public final class EvalStoriesCommand implements Callable<Integer> {

    /** One line of the table. */
    private record Row(String stories, int articles, StoryScores scores) {}

    private static final View<StoriesReport> REPORT = View.of(StoriesReport.class);

    private static final View<Row> ROWS = View.of(Row.class)
            .withColumn("stories", Row::stories)
            .withColumn("articles", Row::articles)
            .withColumn("B3 precision %", row -> percentText(row.scores().precision()))
            .withColumn("B3 recall %", row -> percentText(row.scores().recall()))
            .withColumn("B3 F1 %", row -> percentText(row.scores().f1()))
            .withColumn("largest", row -> row.scores().largest())
            .withColumn(
                    "% in over " + StoryScores.LARGE,
                    row -> percentText(row.scores().shareInLarge()));

    private static final View<StoryMerge> MERGES = View.of(StoryMerge.class)
            .withColumn(
                    "how", merge -> merge.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .withColumn("languages", StoryMerge::languages)
            .withColumn("article", StoryMerge::article)
            .withColumn("title", StoryMerge::title)
            .withColumn("meets", StoryMerge::nearest)
            .withColumn("its title", StoryMerge::nearestTitle)
            .withColumn("score", merge -> String.format(Locale.ROOT, "%.2f", merge.score()))
            .withColumn("both have", merge -> String.join(", ", merge.reasons()));

    private static final View<LanguagePair> PAIRS = View.of(LanguagePair.class)
            .withColumn("languages", LanguagePair::languages)
            .withColumn("together", pair -> pair.together().right())
            .withColumn("of", pair -> pair.together().of())
            .withColumn("%", pair -> percentText(pair.shareTogether()))
            .withColumn("likest", pair -> shareText(pair.likest()))
            .withColumn("back", pair -> shareText(pair.back()));

    /** There are thousands of pairs in a file of a hundred languages. */
    private static final int MAX_PAIRS = 10;

    private static final String WANTED = "give JSON Lines with id, story, lang, time and text";

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--merges",
            paramLabel = "N",
            description =
                    "Show so many articles that joined a story, or brought two together, spread over all, to be read.")
    private int merges;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Labelled articles.")
    private List<Path> files = List.of();

    public EvalStoriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StoriesReport report = runEvaluation();
        if (output.format != OutputFormat.TABLE) {
            output.openWriter(console).writeOne(REPORT, report);
            return ExitCode.OK.code();
        }
        output.openWriter(console)
                .writeList(
                        ROWS,
                        List.of(
                                new Row("as found", report.articles(), report.scores()),
                                new Row("every article alone", report.articles(), report.alone())));
        printMerges(report.merges());
        printPairs(report.languagePairs());
        return ExitCode.OK.code();
    }

    private void printMerges(List<StoryMerge> all) {
        int shown = Math.min(merges, all.size());
        if (shown > 0) {
            output.openWriter(console)
                    .writeList(
                            MERGES,
                            IntStream.range(0, shown)
                                    .mapToObj(at -> all.get((int) ((long) at * all.size() / shown)))
                                    .toList());
        }
    }

    private void printPairs(List<LanguagePair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        output.openWriter(console)
                .writeList(PAIRS, pairs.stream().limit(MAX_PAIRS).toList());
        if (pairs.size() > MAX_PAIRS) {
            console.sayLine("the " + MAX_PAIRS + " worst of " + pairs.size() + " pairs of languages; -o json has all");
        }
    }

    private StoriesReport runEvaluation() {
        try {
            StoriesReport report = StoriesEvaluation.runEvaluation(
                    files.stream().map(console.directory()::resolve).toList());
            if (report.articles() == 0) {
                throw new CommandException(ExitCode.USAGE, named() + " holds no articles; " + WANTED);
            }
            return report;
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new CommandException(ExitCode.USAGE, named() + " has a line that cannot be read; " + WANTED);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, "cannot read " + named() + "; " + WANTED);
        }
    }

    private String named() {
        return files.stream().map(Path::toString).collect(Collectors.joining(", "));
    }

    private static String shareText(FieldScore score) {
        return score.of() == 0 ? "" : score.right() + " of " + score.of();
    }

    private static String percentText(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
