package dev.tidings.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassDataArchiveIT {
    @TempDir
    Path temporary;

    Site site;
    LocalBroker broker;

    @BeforeEach
    void anInstallationWithoutArchives() throws IOException {
        Installation installation = TestInstallation.under(temporary.resolve("home"));
        site = new Site(installation, new DataFolder(temporary.resolve("data")), Purpose.TEST);
        broker = LocalBroker.in(site);
    }

    @AfterEach
    void stop() {
        broker.stop();
    }

    @Test
    void theFirstRunWritesAnArchiveThatTheSecondRunUses() throws IOException {
        broker.start();
        assertThat(archives()).isEmpty();
        broker.stop();
        assertThat(archives()).hasSize(1);

        broker.start();

        assertThat(mappedFiles(broker.process())).contains(archives().get(0).toString());
    }

    @Test
    void aBrokenArchiveDoesNotStopAStart() throws IOException {
        broker.start();
        broker.stop();
        Files.writeString(archives().get(0), "not what it was");

        broker.start();

        assertThat(broker.process().isAlive()).isTrue();
    }

    @Test
    void anArchiveThatEndsTheJvmIsThrownAway() throws IOException {
        broker.start();
        broker.stop();
        byte[] archive = Files.readAllBytes(archives().get(0));
        // Header and map stay whole, so that the JVM believes the archive and trips over its content.
        Arrays.fill(archive, archive.length / 4, archive.length / 2, (byte) 0);
        Files.write(archives().get(0), archive);

        broker.start();

        assertThat(broker.process().isAlive()).isTrue();
        assertThat(archives()).isEmpty();
    }

    private List<Path> archives() throws IOException {
        Path folder = site.installation().archives();
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String mappedFiles(LocalProcess process) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(process.pid()), "maps"));
    }
}
