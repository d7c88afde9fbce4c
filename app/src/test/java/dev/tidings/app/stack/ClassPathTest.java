package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassPathTest {
    @TempDir
    Path folder;

    @Test
    void theJarsOfAFolderAreInTheOrderOfTheirNames() throws IOException {
        Path b = Files.createFile(folder.resolve("b.jar"));
        Path a = Files.createFile(folder.resolve("a.jar"));
        Files.createFile(folder.resolve("notes.txt"));

        assertThat(ClassPath.ofJarsIn(folder).entries()).containsExactly(a, b);
    }

    @Test
    void aFolderWithoutJarsSaysHowToBuildThem() {
        assertThatThrownBy(() -> ClassPath.ofJarsIn(folder))
                .isInstanceOf(LocalStackException.class)
                .hasMessageContaining("is not built")
                .hasMessageContaining("mvn");
        assertThatThrownBy(() -> ClassPath.ofJarsIn(folder.resolve("none"))).hasMessageContaining("is not built");
    }

    @Test
    void anotherContentOrAnotherOrderHasAnotherFingerprint() throws IOException {
        Path a = Files.writeString(folder.resolve("a.jar"), "a");
        Path b = Files.writeString(folder.resolve("b.jar"), "b");
        String before = new ClassPath(List.of(a, b)).fingerprint();

        assertThat(new ClassPath(List.of(a, b)).fingerprint()).isEqualTo(before);
        assertThat(new ClassPath(List.of(b, a)).fingerprint()).isNotEqualTo(before);
        Files.writeString(a, "longer");
        assertThat(new ClassPath(List.of(a, b)).fingerprint()).isNotEqualTo(before);
    }

    @Test
    void foldersOfClassesCannotBeArchived() throws IOException {
        Path jar = Files.createFile(folder.resolve("a.jar"));

        assertThat(new ClassPath(List.of(jar)).isJarsOnly()).isTrue();
        assertThat(new ClassPath(List.of(jar, folder)).isJarsOnly()).isFalse();
    }
}
