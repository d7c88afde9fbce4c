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
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings eval stories}: how well articles on one event are brought together across languages. */
@Command(
        name = "stories",
        description = {
            "Group the articles of a file into stories, in their order, and score them by B-cubed: JSON Lines with",
            "id, story, lang, time (ISO 8601 or milliseconds) and text. The table ends with the pairs of languages",
            "that are least together: how many pairs of articles of one story are, and how often the likest article",
            "of the second language is of the same story as one of the first, and back."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval stories parallel.jsonl", "  tidings eval stories parallel.jsonl -o json"})
public final class EvalStoriesCommand implements Callable<Integer> {

    private static final View<StoriesReport> REPORT = View.of(StoriesReport.class)
            .withColumn("articles", StoriesReport::articles)
            .withColumn("B3 precision %", report -> percentText(report.precision()))
            .withColumn("B3 recall %", report -> percentText(report.recall()))
            .withColumn("B3 F1 %", report -> percentText(report.f1()));

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

    @Parameters(paramLabel = "FILE", description = "Labelled articles.")
    private Path file = Path.of("");

    public EvalStoriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        StoriesReport report = runEvaluation();
        output.openWriter(console).writeOne(REPORT, report);
        if (output.format == OutputFormat.TABLE) {
            printPairs(report.languagePairs());
        }
        return ExitCode.OK.code();
    }

    private void printPairs(List<LanguagePair> pairs) {
        output.openWriter(console)
                .writeList(PAIRS, pairs.stream().limit(MAX_PAIRS).toList());
        if (pairs.size() > MAX_PAIRS) {
            console.sayLine("the " + MAX_PAIRS + " worst of " + pairs.size() + " pairs of languages; -o json has all");
        }
    }

    private StoriesReport runEvaluation() {
        try {
            StoriesReport report =
                    StoriesEvaluation.runEvaluation(console.directory().resolve(file));
            if (report.articles() == 0) {
                throw new CommandException(ExitCode.USAGE, file + " holds no articles; " + WANTED);
            }
            return report;
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new CommandException(ExitCode.USAGE, file + " has a line that cannot be read; " + WANTED);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, "cannot read " + file + "; " + WANTED);
        }
    }

    private static String shareText(FieldScore score) {
        return score.of() == 0 ? "" : score.right() + " of " + score.of();
    }

    private static String percentText(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
