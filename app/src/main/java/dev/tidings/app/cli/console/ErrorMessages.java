package dev.tidings.app.cli.console;

import dev.tidings.app.bench.text.BenchException;
import dev.tidings.app.stack.LocalStackException;
import dev.tidings.consumer.store.StoreException;
import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.settings.MissingAddressException;
import dev.tidings.kafka.settings.NearestName;
import dev.tidings.kafka.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
        boolean isOption = typed.startsWith("-");
        boolean isCommand = !isOption && !command.subcommands().isEmpty();
        String kind = isOption ? "unknown option " : isCommand ? "unknown command " : "unexpected argument ";
        Collection<String> names = isOption
                ? optionNames(command)
                : List.copyOf(command.subcommands().keySet());
        String name = isOption ? typed.split("=", 2)[0] : typed;
        return kind + name + nearestName(name, names);
    }

    private static String nearestName(String typed, Collection<String> names) {
        return NearestName.nearestTo(typed, names)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }

    private static List<String> optionNames(CommandSpec command) {
        return command.options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .filter(name -> name.startsWith("--"))
                .toList();
    }

    private static String toOneLine(String cause) {
        return "tidings: " + cause.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }
}
