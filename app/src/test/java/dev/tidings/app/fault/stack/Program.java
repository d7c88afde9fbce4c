package dev.tidings.app.fault.stack;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A built version of Tidings.
 *
 * @param home its top folder
 * @param classPath of its commands
 */
public record Program(Path home, String classPath) {

    private static final String MAIN = "dev.tidings.app.cli.Tidings";

    /** Returns the version that is tested. */
    public static Program current() {
        return new Program(Pipeline.home(), System.getProperty("java.class.path"));
    }

    /** Returns the version that was built in a folder. */
    public static Program builtIn(Path home) {
        Path target = home.resolve("app/target");
        return new Program(home, target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*");
    }

    /** Returns the command line of a command. */
    public List<String> commandLine(List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                // Its file is named after the process id, which is not the only one of its number.
                "-XX:-UsePerfData",
                // Killed after a minute: code is never run often enough to pay for the slower one.
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dtidings.home=" + home,
                "-cp",
                classPath,
                MAIN));
        line.addAll(arguments);
        return line;
    }
}
