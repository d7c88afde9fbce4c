package dev.tidings.app.cli.deadletter;

import picocli.CommandLine.Command;

/** {@code tidings dlq}: the inputs that failed. */
@Command(
        name = "dlq",
        description = {
            "Look at dead letters, inputs that could not be processed.",
            "They are kept with their bytes and the reason."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {"  tidings dlq list", "  tidings dlq show 3f0c", "  tidings dlq list --reason too_large -o jsonl"})
public final class DlqCommand {}
