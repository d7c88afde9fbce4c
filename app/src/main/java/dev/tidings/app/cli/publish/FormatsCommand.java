package dev.tidings.app.cli.publish;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.standard.StandardFormats;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings formats}: what can be published. */
@Command(
        name = "formats",
        description = "List the formats that publish reads, told by content.",
        footerHeading = "%nExamples:%n",
        footer = {"  tidings formats", "  tidings formats -o json"})
public final class FormatsCommand implements Callable<Integer> {
    private static final View<Shown> VIEW = View.of(Shown.class)
            .withColumn("format", Shown::format)
            .withColumn("identity", Shown::identity)
            .withColumn("reads", Shown::reads);

    private final Console console;

    @Mixin
    private OutputOptions output = new OutputOptions();

    public FormatsCommand(Console console) {
        this.console = console;
    }

    /**
     * A format as it is shown.
     *
     * @param format its name
     * @param identity what an article in it is known by
     * @param reads what it reads
     * @param container whether an input holds any number of articles
     */
    private record Shown(String format, String identity, String reads, boolean container) {

        private static Shown of(InputFormat format) {
            return new Shown(format.name(), format.identity(), format.description(), format.isContainer());
        }
    }

    @Override
    public Integer call() {
        output.openWriter(console)
                .writeList(
                        VIEW,
                        StandardFormats.formats().formats().stream()
                                .map(Shown::of)
                                .toList());
        return ExitCode.OK.code();
    }
}
