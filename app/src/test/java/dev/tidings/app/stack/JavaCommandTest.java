package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class JavaCommandTest {

    private final JavaCommand command = JavaCommand.ofJar(Path.of("program.jar"), List.of("-Xmx64m"));

    @Test
    void aNewerJavaIsToldThatLibrariesHaveNativePartsSoThatItWarnsOfNone() {
        assertThat(command.commandLine()).contains("--enable-native-access=ALL-UNNAMED");
        assertThat(JavaCommand.quietOptions(22)).doesNotContain("--sun-misc-unsafe-memory-access=allow");
        assertThat(JavaCommand.quietOptions(23)).contains("--sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void knowsWhetherItsJvmIsToRecordWhichOneThatWritesAnArchiveDoesNot() {
        assertThat(command.isRecorded()).isFalse();
        assertThat(command.withOptions(List.of("-XX:StartFlightRecording=settings=profile"))
                        .isRecorded())
                .isTrue();
    }
}
