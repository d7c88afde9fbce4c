package dev.tidings.app.cli.store;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.output.DataWriter;
import dev.tidings.app.cli.output.OutputFormat;
import picocli.CommandLine.Option;

/** The forms in which whole articles are written: those of all data, and two that other systems of news read. */
final class ArticleOutputOptions {

    /** A form of articles. */
    enum Format {
        TABLE(OutputFormat.TABLE),
        JSON(OutputFormat.JSON),
        JSONL(OutputFormat.JSONL),
        /** IPTC ninjs 3.1. */
        NINJS(OutputFormat.JSON),
        /** schema.org NewsArticle. */
        JSONLD(OutputFormat.JSON);

        private final OutputFormat written;

        Format(OutputFormat written) {
            this.written = written;
        }
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description =
                    "Form of the data: table, json, jsonl, ninjs (IPTC ninjs 3.1) or jsonld (schema.org NewsArticle),"
                            + " the last two as one JSON array (default: ${DEFAULT-VALUE}).")
    Format format = Format.TABLE;

    DataWriter openWriter(Console console) {
        return new DataWriter(format.written, console.out(), console.columns());
    }
}
