package dev.tidings.app.cli.console;

/** A command cannot do what was asked; the message is one line that names cause and fix. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    /**
     * Ends a command.
     *
     * @param exit what the shell sees
     * @param message one line, cause and fix
     */
    public CommandException(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
    }

    /** What the shell sees. */
    ExitCode exitCode() {
        return exit;
    }
}
