package dev.tidings.app.cli.console;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended, for the shell. */
public enum ExitCode {
    /** Everything was done. */
    OK(0, "done"),
    /** Something failed; the message says what. */
    FAILURE(1, "failure"),
    /** The command line or a setting is wrong. */
    USAGE(2, "wrong option, argument or setting"),
    /** Done, but some inputs became dead letters. */
    DEAD_LETTERS(3, "done, but some inputs are dead letters ('tidings dlq list')"),
    /** Kafka or the schema registry does not answer, or nothing says where it is. */
    UNREACHABLE(4, "Kafka or the schema registry does not answer, or has no address"),
    /** Interrupted from the keyboard. */
    INTERRUPTED(130, "interrupted"),
    /** Asked to end by SIGTERM; a command that works until it is stopped is done then. */
    TERMINATED(143, "ended by SIGTERM before it was done");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /**
     * The number that the shell sees.
     *
     * @return 0 for success
     */
    public int code() {
        return code;
    }

    /** All codes with their meanings, for the help. */
    public static Map<String, String> allMeanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(exit -> meanings.put(Integer.toString(exit.code), exit.meaning));
        return meanings;
    }
}
