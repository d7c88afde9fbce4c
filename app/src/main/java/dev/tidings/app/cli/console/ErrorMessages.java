package dev.tidings.app.cli.console;

import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.stack.LocalStackException;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.settings.MissingAddressException;
import dev.tidings.kafka.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns an error into one line {@code tidings: cause; fix} and an exit code. */
public final class ErrorMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Console console;
    private final Predicate<CommandLine> debugging;

    /**
     * Makes the messages of one program.
     *
     * @param debugging whether stack traces were asked for, by the command that was called
     */
    public ErrorMessages(Console console, Predicate<CommandLine> debugging) {
        this.console = console;
        this.debugging = debugging;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        if (isBare(wrong, arguments)) {
            command.usage(console.err());
            console.sayLine(toOneLine("missing command"));
            return ExitCode.USAGE.code();
        }
        String cause = wrong instanceof UnmatchedArgumentException unmatched
                ? unmatchedText(unmatched, command.getCommandSpec())
                : wrong.getMessage();
        console.sayLine(toOneLine(cause + "; see '" + command.getCommandSpec().qualifiedName() + " --help'"));
        return ExitCode.USAGE.code();
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean debug = debugging.test(command);
        if (debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            trace.toString().lines().forEach(line -> console.sayLine(line.replace("\t", "    ")));
        }
        console.sayLine(toOneLine(causeText(failure, debug)));
        return exitCodeOf(failure).code();
    }

    private static boolean isBare(ParameterException wrong, String[] arguments) {
        return arguments.length == 0 && !(wrong instanceof UnmatchedArgumentException);
    }

    private static ExitCode exitCodeOf(Exception failure) {
        if (failure instanceof CommandException command) {
            return command.exitCode();
        }
        if (failure instanceof DependencyUnreachableException || failure instanceof MissingAddressException) {
            return ExitCode.UNREACHABLE;
        }
        if (failure instanceof SettingsException) {
            return ExitCode.USAGE;
        }
        boolean interrupted = failure instanceof CancellationException || failure instanceof InterruptException;
        return interrupted ? ExitCode.INTERRUPTED : ExitCode.FAILURE;
    }

    private static String causeText(Exception failure, boolean debug) {
        boolean foreseen = exitCodeOf(failure) != ExitCode.FAILURE
                || failure instanceof CommandException
                || failure instanceof LocalStackException
                || failure instanceof BenchException
                || failure instanceof StoreException;
        if (foreseen) {
            return String.valueOf(failure.getMessage());
        }
        return "unexpected " + failure + (debug ? "" : "; run it again with --debug to see where");
    }

    private static String unmatchedText(UnmatchedArgumentException wrong, CommandSpec command) {
        String typed = wrong.getUnmatched().get(0);
        Suggestions suggestions = new Suggestions(command);
        if (typed.startsWith("-")) {
            int end = typed.indexOf('=');
            String name = end < 0 ? typed : typed.substring(0, end);
            return "unknown option " + name + suggestions.forOption(name);
        }
        return command.subcommands().isEmpty()
                ? "unexpected argument " + typed
                : "unknown command " + typed + suggestions.forCommand(typed);
    }

    private static String toOneLine(String cause) {
        return "tidings: " + cause.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
