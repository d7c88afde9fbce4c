package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchiveIT {
    @TempDir
    static Path temporary;

    static StackConfig stackConfig;
    static LocalBroker broker;
    static Path archive;
    static byte[] content;

    @BeforeAll
    static void aFirstRun() throws IOException {
        Installation installation = TestInstallation.under(temporary.resolve("home"));
        stackConfig = new StackConfig(installation, new DataFolder(temporary.resolve("data")), StackPurpose.TEST);
        broker = LocalBroker.inFolder(stackConfig);
        broker.start();
        assertThat(installation.archiveFolder()).doesNotExist();
        broker.stop();
        archive = onlyFileIn(installation.archiveFolder());
        content = Files.readAllBytes(archive);
    }

    @BeforeEach
    void itsArchive() throws IOException {
        Files.deleteIfExists(archive);
        Files.write(archive, content);
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @AfterAll
    static void removeLinks() throws IOException {
        TestInstallation.remove(stackConfig.installation());
    }

    @Test
    void theNextRunUsesTheArchiveOfTheFirst() throws IOException {
        broker.start();

        assertThat(mappedFiles(broker.process())).contains(archive.toString());
    }

    @Test
    void aFileThatIsNoArchiveDoesNotStopAStart() throws IOException {
        Files.writeString(archive, "not what it was");

        broker.start();

        assertThat(broker.process().isAlive()).isTrue();
    }

    @Test
    void anArchiveThatEndsTheJvmIsThrownAway() throws IOException {
        byte[] damaged = content.clone();
        // Header and map stay whole, so that the JVM believes the archive and trips over its content.
        Arrays.fill(damaged, damaged.length / 4, damaged.length / 2, (byte) 0);
        Files.write(archive, damaged);

        broker.start();

        assertThat(broker.process().isAlive()).isTrue();
        assertThat(archive).doesNotExist();
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }

    private static String mappedFiles(LocalProcess process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
    }
}
