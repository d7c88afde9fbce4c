package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputSelectionTest {

    @TempDir
    Path temporary;

    Path news;
    Path article;

    @BeforeEach
    void aFolderWithAFile() throws IOException {
        news = Files.createDirectory(temporary.resolve("news")).toRealPath();
        article = Files.writeString(news.resolve("a.txt"), "text");
    }

    @Test
    void aFolderIsARootUnderItsOwnName() {
        assertThat(select(news)).containsExactly(new InputSelection(new SourceRoot("news", news), List.of()));
    }

    @Test
    void theRootOfASingleFileIsItsFolder() {
        assertThat(select(article))
                .containsExactly(new InputSelection(new SourceRoot("news", news), List.of(Path.of("a.txt"))));
    }

    @Test
    void aFolderWithoutANameOfItsOwnHasItsRealName() {
        assertThat(select(news.resolve("."), news.resolve("../news"), temporary.resolve("news/../news")))
                .extracting(inputSelection -> inputSelection.sourceRoot().name())
                .containsExactly("news");
    }

    @Test
    void aGivenNameReplacesTheFoldersName() {
        assertThat(InputSelection.selectionsOf(List.of(news), Optional.of("agency")))
                .extracting(inputSelection -> inputSelection.sourceRoot().uriOf("a.txt"))
                .containsExactly("agency/a.txt");
    }

    @Test
    void aMissingPathIsRefusedByName() {
        assertThatThrownBy(() -> select(news.resolve("none")))
                .isInstanceOf(SettingsException.class)
                .hasMessage("there is no file or folder " + news.resolve("none") + "; check the path");
    }

    @Test
    void oneNameForTwoFoldersIsRefused() throws IOException {
        Path other = Files.createDirectories(temporary.resolve("other/news"));

        assertThatThrownBy(() -> select(news, other))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("would stand for two folders")
                .hasMessageContaining(other.toRealPath().toString())
                .hasMessageContaining("--source");
        assertThatThrownBy(() -> InputSelection.selectionsOf(List.of(news, temporary), Optional.of("x")))
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void namesThatWouldBreakUrisAreRefused() {
        for (String name : List.of("", " ", ".", "..", "a/b", "a\nb", "ه".repeat(128))) {
            assertThatThrownBy(() -> InputSelection.selectionsOf(List.of(news), Optional.of(name)))
                    .isInstanceOf(SettingsException.class)
                    .message()
                    .contains("--source NAME")
                    .doesNotContain("\n");
        }
    }

    @Test
    void theRootOfTheFileSystemNeedsAName() {
        assertThatThrownBy(() -> select(Path.of("/"))).isInstanceOf(SettingsException.class);
        assertThat(InputSelection.selectionsOf(List.of(Path.of("/")), Optional.of("disk")))
                .hasSize(1);
    }

    private static List<InputSelection> select(Path... paths) {
        return InputSelection.selectionsOf(List.of(paths), Optional.empty());
    }
}
