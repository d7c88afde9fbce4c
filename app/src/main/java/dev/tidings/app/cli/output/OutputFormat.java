package dev.tidings.app.cli.output;

/** The forms in which a command can write its data. */
public enum OutputFormat {
    /** Columns for people. */
    TABLE,
    /** One JSON array for a list, one JSON object for a single result. */
    JSON,
    /** One JSON object a line. */
    JSONL
}
