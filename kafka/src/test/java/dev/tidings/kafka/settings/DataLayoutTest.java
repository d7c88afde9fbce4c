package dev.tidings.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataLayoutTest {

    @TempDir
    Path temp;

    @Test
    void aNewFolderIsMadeAndMarked() throws IOException {
        Path folder = temp.resolve("deep/data");

        assertThat(DataLayout.check(folder)).isFalse();
        DataLayout.claim(folder);

        assertThat(DataLayout.check(folder)).isTrue();
        assertThat(folder).isDirectoryContaining("glob:**/layout");
        assertThat(Files.readString(folder.resolve("layout"))).isEqualTo(DataLayout.NUMBER + "\n");
    }

    @Test
    void aNewFolderCanBeLookedIntoByItsOwnerAlone() throws IOException {
        Path folder = temp.resolve("data");
        DataLayout.claim(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatHoldsOtherThingsCanBecomeADataFolder() throws IOException {
        Files.writeString(temp.resolve("notes.txt"), "mine");

        DataLayout.claim(temp);

        assertThat(DataLayout.check(temp)).isTrue();
    }

    @Test
    void aMarkedFolderIsTakenHoweverFullItIs() throws IOException {
        DataLayout.claim(temp);
        Files.createDirectories(temp.resolve("state/main"));

        DataLayout.claim(temp);

        assertThat(DataLayout.check(temp)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"broker", "registry", "state", "store", "replay"})
    void aFolderOfTheFirstVersionIsRefusedInALineThatSaysTheWayOut(String content) throws IOException {
        Files.createDirectories(temp.resolve(content));

        assertThatThrownBy(() -> DataLayout.claim(temp))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(temp.toString(), "Tidings 0.1", "--data", "publish again")
                .hasMessageNotContaining("\n");
        assertThat(temp.resolve("layout")).doesNotExist();
    }

    @Test
    void aFolderOfALaterVersionIsRefused() throws IOException {
        Files.writeString(temp.resolve("layout"), "17\n");

        assertThatThrownBy(() -> DataLayout.check(temp))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("layout 17", "knows 2", "--data");
    }

    @Test
    void aFolderThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");

        assertThatThrownBy(() -> DataLayout.claim(file.resolve("data")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("data.dir");
    }
}
