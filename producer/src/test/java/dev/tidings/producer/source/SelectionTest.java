package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.schemas.kafka.SettingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {

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
        assertThat(select(news)).containsExactly(new Selection(new Root("news", news), List.of()));
    }

    @Test
    void theRootOfASingleFileIsItsFolder() {
        assertThat(select(article)).containsExactly(new Selection(new Root("news", news), List.of(Path.of("a.txt"))));
    }

    @Test
    void aFolderWithoutANameOfItsOwnHasItsRealName() {
        assertThat(select(news.resolve("."), news.resolve("../news"), temporary.resolve("news/../news")))
                .extracting(selection -> selection.root().name())
                .containsExactly("news");
    }

    @Test
    void aGivenNameReplacesTheFoldersName() {
        assertThat(Selection.of(List.of(news), Optional.of("agency")))
                .extracting(selection -> selection.root().uri("a.txt"))
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
        assertThatThrownBy(() -> Selection.of(List.of(news, temporary), Optional.of("x")))
                .isInstanceOf(SettingsException.class);
    }

    @Test
    void namesThatWouldBreakUrisAreRefused() {
        for (String name : List.of("", " ", ".", "..", "a/b", "a\nb", "ه".repeat(128))) {
            assertThatThrownBy(() -> Selection.of(List.of(news), Optional.of(name)))
                    .isInstanceOf(SettingsException.class)
                    .message()
                    .contains("--source NAME")
                    .doesNotContain("\n");
        }
    }

    @Test
    void theRootOfTheFileSystemNeedsAName() {
        assertThatThrownBy(() -> select(Path.of("/"))).isInstanceOf(SettingsException.class);
        assertThat(Selection.of(List.of(Path.of("/")), Optional.of("disk"))).hasSize(1);
    }

    private static List<Selection> select(Path... paths) {
        return Selection.of(List.of(paths), Optional.empty());
    }
}
