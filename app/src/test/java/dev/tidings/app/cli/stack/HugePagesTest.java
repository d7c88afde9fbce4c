package dev.tidings.app.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HugePagesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"always [madvise] never\n", "[always] madvise never\n"})
    void areAskedForWhereLinuxGivesThem(String choice) throws IOException {
        assertThat(HugePages.jvmOption(Files.writeString(folder.resolve("enabled"), choice)))
                .containsExactly("-XX:+UseTransparentHugePages");
    }

    @Test
    void areNotAskedForWhereTheyAreRefusedOrUnknown() throws IOException {
        assertThat(HugePages.jvmOption(Files.writeString(folder.resolve("enabled"), "always madvise [never]\n")))
                .isEmpty();
        assertThat(HugePages.jvmOption(folder.resolve("missing"))).isEmpty();
    }
}
