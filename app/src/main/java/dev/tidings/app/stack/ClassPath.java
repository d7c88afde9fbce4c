package dev.tidings.app.stack;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jars (or folders of classes) in the order in which a JVM searches them.
 *
 * @param entries absolute paths, at least one
 */
public record ClassPath(List<Path> entries) {
    /** Refuses an empty class path and makes every entry absolute. */
    public ClassPath {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("a class path needs at least one entry");
        }
        entries = entries.stream().map(Path::toAbsolutePath).toList();
    }

    /**
     * The class path of the running JVM.
     *
     * @return its entries, in order
     */
    public static ClassPath currentClassPath() {
        String path = System.getProperty("java.class.path", "");
        return new ClassPath(Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList());
    }

    /**
     * All jars of one folder, by name: a class-data archive is refused when the order differs from run to run.
     *
     * @param folder holds the jars
     * @return the jars
     * @throws LocalStackException when there are none, because the build did not run
     */
    public static ClassPath ofJarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (!jars.isEmpty()) {
                return new ClassPath(jars);
            }
        } catch (IOException missing) {
            throw notBuilt(folder, missing);
        }
        throw notBuilt(folder, new IOException("no jar"));
    }

    private static LocalStackException notBuilt(Path folder, IOException cause) {
        return new LocalStackException(
                "the local stack is not built: no jar in " + folder + "; run 'mvn -q package -DskipTests' once", cause);
    }

    /** The value of {@code -cp}. */
    String argument() {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether a class-data archive can be written for it: the JVM archives classes from jars alone. */
    boolean isJarsOnly() {
        return entries.stream().allMatch(Files::isRegularFile);
    }

    /** Names this state of the class path: another order, size or time of any jar gives another name. */
    String fingerprint() {
        String state = entries.stream().map(ClassPath::stateOf).collect(Collectors.joining("\n"));
        return UUID.nameUUIDFromBytes(state.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String stateOf(Path entry) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            return entry + "|" + attributes.size() + "|"
                    + attributes.lastModifiedTime().toMillis();
        } catch (IOException missing) {
            return entry + "|missing";
        }
    }
}
