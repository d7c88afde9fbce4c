package dev.tidings.app.cli.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputFormat;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.articles.ArticlesEvaluation;
import dev.tidings.app.eval.articles.ArticlesReport;
import dev.tidings.app.eval.articles.FieldScore;
import dev.tidings.app.eval.articles.WrongField;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings eval articles}: how well articles are understood, field by field. */
@Command(
        name = "articles",
        description = {
            "Compare what is found in articles with a gold file.",
            "A JSON object seeds from file name to the fields expected (language, script, title, published,"
                    + " credit, mentioned_dates, countries, persons, places, organisations, boilerplate_lines,"
                    + " duplicate_lines, words_icu_article, body, story). A field that is not named is not scored."
                    + " Lists of places and organisations and the words of the body have precision and recall, the"
                    + " rest is right or wrong."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval articles gold.json seeds", "  tidings eval articles gold.json pages -o json"})
public final class EvalArticlesCommand implements Callable<Integer> {

    private static final View<Map.Entry<String, FieldScore>> FIELDS = new View<Map.Entry<String, FieldScore>>(
                    List.of(), Map.Entry::getValue)
            .withColumn("field", Map.Entry::getKey)
            .withColumn("right", field -> field.getValue().right())
            .withColumn("of", field -> field.getValue().of())
            .withColumn("%", field -> percentText(field.getValue()));

    private static final View<ArticlesReport> REPORT = View.of(ArticlesReport.class);

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(index = "0", paramLabel = "GOLD.json", description = "What is expected.")
    private Path gold = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR", description = "Folder of the files that it names.")
    private Path folder = Path.of("");

    public EvalArticlesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        ArticlesReport report = runEvaluation();
        if (output.format != OutputFormat.TABLE) {
            output.openWriter(console).writeOne(REPORT, report);
            return ExitCode.OK.code();
        }
        output.openWriter(console).writeList(FIELDS, List.copyOf(report.fields().entrySet()));
        for (WrongField wrong : report.wrong()) {
            console.sayLine(
                    wrong.file() + ": " + wrong.field() + " is " + wrong.actual() + " instead of " + wrong.expected());
        }
        return ExitCode.OK.code();
    }

    private ArticlesReport runEvaluation() {
        try {
            ArticlesReport report = ArticlesEvaluation.runEvaluation(
                    console.directory().resolve(gold), console.directory().resolve(folder));
            if (report.fields().isEmpty()) {
                throw new CommandException(ExitCode.USAGE, gold + " names no files; it needs an object \"seeds\"");
            }
            return report;
        } catch (NoSuchFileException e) {
            throw new CommandException(
                    ExitCode.USAGE, "there is no " + e.getFile() + "; give a gold file and the folder of its files");
        } catch (JsonProcessingException e) {
            throw new CommandException(ExitCode.USAGE, gold + " is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE, "cannot read " + gold + "; give a gold file and the folder of its files");
        }
    }

    private static String percentText(FieldScore score) {
        return score.of() == 0 ? "" : String.format(Locale.ROOT, "%.1f", 100.0 * score.right() / score.of());
    }
}
