package dev.tidings.app.cli.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.eval.stories.WordFrequencies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tidings eval words}: makes the tables of common words that story grouping begins with. */
@Command(
        name = "words",
        description = {
            "Count words and write the common ones as language packs.",
            "In how many articles of each language a word stands: JSON Lines with lang and text, of one"
                    + " time and many themes."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings eval words parallel.jsonl text/src/main/resources/language"})
public final class EvalWordsCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(index = "0", paramLabel = "FILE", description = "Articles.")
    private Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR", description = "Folder with a folder for each language.")
    private Path folder = Path.of("");

    public EvalWordsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try {
            Map<String, Integer> sizes = WordFrequencies.writeTables(
                    console.directory().resolve(file), console.directory().resolve(folder));
            sizes.forEach((language, words) -> console.out().println(language + "\t" + words));
            return ExitCode.OK.code();
        } catch (JsonProcessingException e) {
            throw new CommandException(ExitCode.USAGE, file + " has a line that cannot be read; give JSON Lines");
        } catch (IOException e) {
            throw new CommandException(ExitCode.USAGE, "cannot read " + file + " or write to " + folder);
        }
    }
}
