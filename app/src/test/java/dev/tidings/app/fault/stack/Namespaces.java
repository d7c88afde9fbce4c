package dev.tidings.app.fault.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts a program with a network, mounts and process ids of its own where the machine allows it, to root or to
 * everybody: what it does to them is seen by nobody else, and nothing of it is left when it has ended.
 */
public final class Namespaces {

    private static final List<String> OWN =
            List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc");
    private static final List<String> AS_ROOT_OF_ITS_OWN = List.of("--map-root-user");
    private static final String LOOPBACK = "ip link set lo up";

    private Namespaces() {}

    /**
     * Returns the command line of a Java program.
     *
     * @param options of its JVM
     */
    public static List<String> commandLine(List<String> options, String mainClass, List<String> arguments) {
        List<String> line = new ArrayList<>();
        List<String> more = new ArrayList<>(options);
        Optional<String> refused = refusal(OWN);
        if (refused.isEmpty()) {
            line.addAll(OWN);
        } else if (refusal(asRoot()).isEmpty()) {
            line.addAll(asRoot());
        } else {
            more.add("-D" + Machine.NO_NAMESPACES + "=" + refused.get());
        }
        if (!line.isEmpty()) {
            line.addAll(List.of("sh", "-c", LOOPBACK + " && exec \"$@\"", "sh"));
        }
        line.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                // Its file is named after the process id, which is not the only one of its number.
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1"));
        line.addAll(more);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        line.addAll(arguments);
        return line;
    }

    private static List<String> asRoot() {
        List<String> line = new ArrayList<>(OWN);
        line.addAll(AS_ROOT_OF_ITS_OWN);
        return line;
    }

    private static Optional<String> refusal(List<String> unshare) {
        List<String> line = new ArrayList<>(unshare);
        line.addAll(List.of("sh", "-c", LOOPBACK));
        return Commands.tryRun(line.toArray(String[]::new));
    }
}
