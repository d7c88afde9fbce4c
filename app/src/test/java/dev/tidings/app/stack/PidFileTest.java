package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void aRunningProcessIsFoundAgain() {
        PidFile file = file();
        file.writePid(ProcessHandle.current());

        assertThat(file.runningProcess()).contains(ProcessHandle.current());
    }

    @Test
    void anotherProcessThatWasGivenTheSameIdIsNotTakenForIt() throws IOException {
        Files.writeString(file().file(), ProcessHandle.current().pid() + "\n1000\n");

        assertThat(file().runningProcess()).isEmpty();
    }

    @Test
    void theProcessOfAFolderIsNotThatOfItsCopy() throws IOException {
        file().writePid(ProcessHandle.current());
        Path copy = Files.createDirectories(folder.resolve("copy")).resolve("broker.pid");

        Files.copy(file().file(), copy);

        assertThat(new PidFile(copy).runningProcess()).isEmpty();
    }

    @Test
    void aMissingOrDamagedFileNamesNobody() throws IOException {
        assertThat(file().runningProcess()).isEmpty();
        Files.writeString(file().file(), "not a number");
        assertThat(file().runningProcess()).isEmpty();
    }

    private PidFile file() {
        return new PidFile(folder.resolve("broker.pid"));
    }
}
