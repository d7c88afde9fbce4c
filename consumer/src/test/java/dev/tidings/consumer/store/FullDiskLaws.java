package dev.tidings.consumer.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A store in files on a disk that is full: a small one, which a process of its own has in a name space of its own.
 * Where the machine does not give the right to that, nothing is shown, and the test says so.
 */
public abstract class FullDiskLaws extends StoreLaws {

    private static final String MOUNT_AND_RUN = "mount -t tmpfs -o size=8m tmpfs \"$1\" && shift && exec \"$@\"";

    @Test
    void aFullDiskIsWaitedForAndNothingIsLost() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                exitOf(inNameSpace(disk, List.of("true"))) == 0,
                "needs the right to mount a disk in a name space (unshare --mount)");

        List<String> said = linesOf(inNameSpace(disk, writer(disk)));

        assertThat(said).hasSize(16);
        assertThat(said.subList(0, 3))
                .allSatisfy(line ->
                        assertThat(line).startsWith("refused: the store ").contains("the disk is full; free some"));
        assertThat(said.subList(3, 13)).containsOnly("stored");
        assertThat(said.get(13)).isEqualTo("stands at " + said.get(14));
        assertThat(said.get(15)).isEqualTo("holds " + said.get(14));
    }

    private List<String> writer(Path disk) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                FullDiskWriter.class.getName(),
                storeIn(disk).toString(),
                disk.resolve("filler").toString());
    }

    private ProcessBuilder inNameSpace(Path disk, List<String> command) {
        List<String> line = new ArrayList<>(List.of(
                "unshare", "--mount", "--propagation", "private", "sh", "-c", MOUNT_AND_RUN, "sh", disk.toString()));
        line.addAll(command);
        return new ProcessBuilder(line).redirectError(errors().toFile());
    }

    private Path errors() {
        return folder.resolve("writer.err");
    }

    private static int exitOf(ProcessBuilder builder) throws InterruptedException {
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            return -1; // there is no such program here
        }
    }

    private List<String> linesOf(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(Files.readString(errors())).isZero();
        return lines;
    }
}
