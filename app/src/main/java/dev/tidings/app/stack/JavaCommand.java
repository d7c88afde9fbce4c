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
    /** Broker and registry use memory by a class that is to go; the option is as old as the warning. */
    private static final String UNSAFE_MEMORY = "--sun-misc-unsafe-memory-access=allow";

    private static final int WARNS_OF_UNSAFE_MEMORY = 23;

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
        line.addAll(quietOptions(Runtime.version().feature()));
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

    /** Options by which a Java of that version does not warn of what libraries do. */
    static List<String> quietOptions(int version) {
        return version < WARNS_OF_UNSAFE_MEMORY ? List.of(NATIVE_PARTS) : List.of(NATIVE_PARTS, UNSAFE_MEMORY);
    }
}
