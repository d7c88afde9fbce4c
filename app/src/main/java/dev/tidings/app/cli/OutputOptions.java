package dev.tidings.app.cli;

import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** The option by which every command that writes data lets one choose its form. */
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "Form of the data: table, json or jsonl (default: ${DEFAULT-VALUE}).")
    OutputFormat format = OutputFormat.TABLE;

    DataWriter writer(Console console) {
        return new DataWriter(format, console.out(), console.columns());
    }
}
