package dev.tidings.app.cli.deadletter;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.deadletter.NewestLetters.Kept;
import dev.tidings.app.cli.output.HumanText;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.ConnectionOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tidings dlq show}: one dead letter, whole. */
@Command(
        name = "show",
        description = "Show one dead letter with all that is known of it.",
        footerHeading = "%nExamples:%n",
        footer = {"  tidings dlq show 3f0c61aa", "  tidings dlq show 3f0c61aa -o json"})
public final class DlqShowCommand implements Callable<Integer> {
    private static final int BYTES_SHOWN = 200;

    private static final View<Kept> VIEW = View.of(Kept.class)
            .withColumn("id", kept -> kept.letter().getId())
            .withColumn("time", Kept::time)
            .withColumn("stage", kept -> kept.letter().getStage())
            .withColumn("reason", kept -> kept.letter().getReason())
            .withColumn("message", kept -> kept.letter().getErrorMessage())
            .withColumn("uri", kept -> kept.letter().getUri())
            .withColumn("record", kept -> LetterText.recordOf(kept.letter()))
            .withColumn("sha256", kept -> kept.letter().getSha256())
            .withColumn("length", kept -> HumanText.bytesText(kept.letter().getLength()))
            .withColumn("begins", DlqShowCommand::beginningOf)
            .withFields(Kept::letter);

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "ID", description = "Id of the dead letter, or its beginning as 'dlq list' shows it.")
    private String id = "";

    public DlqShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Kept> found = DlqListCommand.openQuery(connection.resolveToRead(console))
                .newestMatching(2, letter -> letter.getId().startsWith(id));
        if (found.isEmpty()) {
            throw new CommandException(
                    ExitCode.FAILURE, "no dead letter begins with " + id + "; 'tidings dlq list' lists them");
        }
        output.openWriter(console).writeOne(VIEW, found.get(found.size() - 1));
        return ExitCode.OK.code();
    }

    /** The first bytes as far as they are text; control characters are escaped where it is shown. */
    private static String beginningOf(Kept kept) {
        return kept.letter()
                .getValue()
                .map(ByteBuffer::duplicate)
                .map(bytes -> bytes.limit(Math.min(bytes.limit(), bytes.position() + BYTES_SHOWN)))
                .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString())
                .orElse("");
    }
}
