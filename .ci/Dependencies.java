import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for jars with known faults among all that a build brings: the program, the local broker and the local registry.
 *
 * <p>After a build, from the root of the project:
 *
 * <pre>java .ci/Dependencies.java</pre>
 *
 * <p>Prints a line for every jar with a fault that is listed in {@code known-faults.tsv}; ends with 1 when one of them is
 * not accepted, when an accepted one is not there any more, or when there is nothing to look at.
 */
public final class Dependencies {

    private static final Path LIST = Path.of(".ci", "known-faults.tsv");
    private static final Map<String, Path> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("app", Path.of("app", "target", "lib"));
        PARTS.put("broker", Path.of("app", "local-stack", "target", "broker"));
        PARTS.put("registry", Path.of("app", "local-stack", "target", "registry"));
    }

    /** A group may stand before the name, as Quarkus writes it. */
    private static final Pattern JAR = Pattern.compile("(?:.*\\.)?([a-z][a-z0-9_-]*?)-(\\d[\\w.]*?)(?:[.-][A-Z]\\w*)?\\.jar");

    private Dependencies() {}

    private record Jar(String part, String name, String version) {}

    private record Fault(String name, String mended, String ids, String acceptedIn, String reason) {

        boolean isIn(Jar jar) {
            return jar.name().equals(name) && isBefore(jar.version(), mended);
        }

        boolean isAcceptedIn(Jar jar) {
            return List.of(acceptedIn.split(", ", -1)).contains(jar.part()) && !reason.isEmpty();
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Jar> jars = new ArrayList<>();
        for (Map.Entry<String, Path> part : PARTS.entrySet()) {
            List<Jar> found = jarsOf(part.getKey(), part.getValue());
            if (found.isEmpty()) {
                fail("there is no jar in " + part.getValue() + "; build first: mvn -Dquick -DskipTests package");
            }
            jars.addAll(found);
        }
        List<String> wrong = new ArrayList<>();
        for (Fault fault : faults()) {
            List<Jar> faulty = jars.stream().filter(fault::isIn).toList();
            faulty.forEach(jar -> tell(jar, fault, wrong));
            if (!fault.acceptedIn().isEmpty() && faulty.isEmpty()) {
                wrong.add(fault.name() + " is accepted in " + fault.acceptedIn() + " and not there: delete its line");
            }
        }
        System.out.println(jars.size() + " jars looked at");
        if (!wrong.isEmpty()) {
            fail(String.join("\n", wrong));
        }
    }

    private static void tell(Jar jar, Fault fault, List<String> wrong) {
        String line = jar.part() + ": " + jar.name() + " " + jar.version() + ": " + fault.ids() + ", mended in "
                + fault.mended();
        if (fault.isAcceptedIn(jar)) {
            System.out.println(line + "; accepted: " + fault.reason());
        } else {
            wrong.add(line);
        }
    }

    private static List<Jar> jarsOf(String part, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> JAR.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> new Jar(part, name.group(1), name.group(2)))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }
    }

    private static List<Fault> faults() throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Arrays.copyOf(line.split("\t", -1), 5))
                .map(row -> new Fault(row[0], row[1], row[2], orEmpty(row[3]), orEmpty(row[4])))
                .toList();
    }

    private static String orEmpty(String cell) {
        return Optional.ofNullable(cell).orElse("");
    }

    /** Compares versions number by number. */
    private static boolean isBefore(String version, String other) {
        int[] left = numbersOf(version);
        int[] right = numbersOf(other);
        return Arrays.compare(left, right) < 0;
    }

    private static int[] numbersOf(String version) {
        return Pattern.compile("\\d+")
                .matcher(version)
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .toArray();
    }

    private static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
