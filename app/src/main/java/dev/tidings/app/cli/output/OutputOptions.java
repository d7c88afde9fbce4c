package dev.tidings.app.cli.output;

import dev.tidings.app.cli.console.Console;
import picocli.CommandLine.Option;

/** The option by which every command that writes data lets one choose its form. */
public final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Form of the data: table, json or jsonl (default: ${DEFAULT-VALUE}).")
    public OutputFormat format = OutputFormat.TABLE;

    public DataWriter openWriter(Console console) {
        return new DataWriter(format, console.out(), console.columns());
    }
}
