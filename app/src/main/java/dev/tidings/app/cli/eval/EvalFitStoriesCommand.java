package dev.tidings.app.cli.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.eval.stories.FitPairWeights;
import dev.tidings.app.eval.stories.PairWeightsFit;
import dev.tidings.streams.story.PairWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings eval fit-stories}: the weights of story scoring, fitted anew beside those in use. */
@Command(
        name = "fit-stories",
        description = {
            "Fit the weights by which articles count as one event.",
            "By logistic regression on every pair of labelled articles of different languages: JSON Lines"
                    + " with id, story, lang, time and text, as eval stories reads them. Each weight is shown as it is"
                    + " in use and as it fits these articles best; nothing is changed. loss: mean negative logarithm"
                    + " of the probability of the right answer."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval fit-stories parallel.jsonl", "  tidings eval fit-stories parallel.jsonl -o json"})
public final class EvalFitStoriesCommand implements Callable<Integer> {

    private static final View<PairWeightsFit> FITS = View.of(PairWeightsFit.class)
            .withColumn("pairs", PairWeightsFit::kind)
            .withColumn("of", PairWeightsFit::pairs)
            .withColumn("together", PairWeightsFit::together)
            .withColumn("bias", fit -> both(fit, PairWeights::bias))
            .withColumn("by cosine", fit -> both(fit, PairWeights::byCosine))
            .withColumn("by size", fit -> both(fit, PairWeights::bySize))
            .withColumn("loss", fit -> String.format(Locale.ROOT, "%.4f > %.4f", fit.usedLoss(), fit.fittedLoss()))
            .withColumn("errors", fit -> fit.usedErrors() + " > " + fit.fittedErrors());

    private static final String WANTED = "give JSON Lines with id, story, lang, time and text";

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "Labelled articles.")
    private Path file = Path.of("");

    public EvalFitStoriesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.openWriter(console).writeList(FITS, fits());
        return ExitCode.OK.code();
    }

    private List<PairWeightsFit> fits() {
        try {
            List<PairWeightsFit> fits =
                    FitPairWeights.fitFile(console.directory().resolve(file));
            if (fits.isEmpty()) {
                throw new CommandException(ExitCode.USAGE, file + " holds no two articles; " + WANTED);
            }
            return fits;
        } catch (JsonProcessingException | DateTimeParseException e) {
            throw new CommandException(ExitCode.USAGE, file + " has a line that cannot be read; " + WANTED);
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, "cannot read " + file + "; " + WANTED);
        }
    }

    private static String both(PairWeightsFit fit, ToDoubleFunction<PairWeights> weight) {
        double used = weight.applyAsDouble(fit.used());
        return String.format(Locale.ROOT, "%.2f > %.2f", used, weight.applyAsDouble(fit.fitted()));
    }
}
