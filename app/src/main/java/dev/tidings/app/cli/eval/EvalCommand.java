package dev.tidings.app.cli.eval;

import picocli.CommandLine.Command;

/** {@code tidings eval}: how good the algorithms are, on labelled data. */
@Command(
        name = "eval",
        description = "Measure the algorithms of Tidings on labelled data.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings eval language rows.tsv.gz",
            "  tidings eval duplicates labelled.jsonl.gz -o json",
            "  tidings eval articles gold.json seeds",
            "  tidings eval stories parallel.jsonl",
            "  tidings eval fit-stories parallel.jsonl",
            "  tidings eval orthography news-ckb.txt"
        })
public final class EvalCommand {}
