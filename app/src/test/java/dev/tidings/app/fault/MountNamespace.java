package dev.tidings.app.fault;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that sees a small disk of its own (tmpfs) in the place of a folder. Nobody else does, and it goes with the
 * process. Needs rights that not every machine gives: see {@link #findObstacle()}.
 */
public final class MountNamespace {

    private MountNamespace() {}

    /** Returns why this machine cannot do it; empty when it can. */
    public static Optional<String> findObstacle() throws IOException, InterruptedException {
        Path here = Path.of("").toAbsolutePath();
        Process probe;
        try {
            probe = new ProcessBuilder(wrap(here, 1, List.of("true")))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
        String said = new String(probe.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        return probe.waitFor() == 0 ? Optional.empty() : Optional.of(said.strip());
    }

    /**
     * Returns the command line by which a program sees a disk of its own.
     *
     * @param folder where; exists
     * @param megabytes its size
     */
    public static List<String> wrap(Path folder, int megabytes, List<String> command) {
        String mount = "mount -t tmpfs -o size=" + megabytes + "m tmpfs \"$0\" && exec \"$@\"";
        List<String> line = new ArrayList<>(List.of("unshare"));
        if (!"root".equals(System.getProperty("user.name"))) {
            line.add("--map-root-user");
        }
        line.addAll(List.of("--mount", "sh", "-c", mount, folder.toString()));
        line.addAll(command);
        return line;
    }

    /** Returns where others see a folder that a process has as its own. */
    public static Path seenFromOutside(Process process, Path folder) {
        return Path.of("/proc", String.valueOf(process.pid()), "root")
                .resolve(folder.toString().substring(1));
    }
}
