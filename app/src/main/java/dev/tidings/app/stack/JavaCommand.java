package dev.tidings.app.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a child JVM is started.
 *
 * @param classPath where its classes are
 * @param options options of the JVM
 * @param main a main class, or {@code -jar} for the one jar of the class path
 * @param arguments arguments of the program
 */
public record JavaCommand(ClassPath classPath, List<String> options, String main, List<String> arguments) {
    private static final String JAR = "-jar";
    /** Libraries of compression, RocksDB and SQLite have native parts; newer Java warns of such unless it was said. */
    private static final String NATIVE_PARTS = "--enable-native-access=ALL-UNNAMED";

    /** Keeps copies of the lists. */
    public JavaCommand {
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /** Returns whether its JVM is asked for a flight recording. */
    boolean isRecorded() {
        return options.stream().anyMatch(option -> option.startsWith("-XX:StartFlightRecording"));
    }

    /** A program that comes as one jar. */
    static JavaCommand ofJar(Path jar, List<String> options) {
        return new JavaCommand(new ClassPath(List.of(jar)), options, JAR, List.of());
    }

    /** The same program with further JVM options. */
    JavaCommand withOptions(List<String> further) {
        List<String> all = new ArrayList<>(options);
        all.addAll(further);
        return new JavaCommand(classPath, all, main, arguments);
    }

    /**
     * The same program with other arguments.
     *
     * @param replaced in the place of the present ones
     * @return the other command
     */
    public JavaCommand withArguments(List<String> replaced) {
        return new JavaCommand(classPath, options, main, replaced);
    }

    /**
     * The command line, run by the Java that runs this program.
     *
     * @return program and arguments
     */
    public List<String> commandLine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.add(NATIVE_PARTS);
        line.addAll(options);
        if (main.equals(JAR)) {
            line.add(JAR);
            line.add(classPath.argument());
        } else {
            line.addAll(List.of("-cp", classPath.argument(), main));
        }
        line.addAll(arguments);
        return line;
    }
}
