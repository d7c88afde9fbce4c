package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnBrokerSettingsTest {
    @TempDir
    Path folder;

    @Test
    void withoutAFileTheStacksSettingsStand() {
        assertThat(read().addTo(Map.of("num.io.threads", "4"))).isEqualTo(Map.of("num.io.threads", "4"));
    }

    @Test
    void ownSettingsAreStrongerAndListenersComeBesideTheStacks() throws IOException {
        write("num.io.threads=8\nlisteners=SSL://:9443\nssl.keystore.location=/k.jks\n");

        assertThat(read().addTo(Map.of("num.io.threads", "4", "listeners", "PLAINTEXT://127.0.0.1:1")))
                .isEqualTo(Map.of(
                        "num.io.threads", "8",
                        "listeners", "PLAINTEXT://127.0.0.1:1,SSL://:9443",
                        "ssl.keystore.location", "/k.jks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"node.id", "log.dirs", "process.roles", "controller.quorum.voters"})
    void whatTheStackRestsOnIsRefused(String key) throws IOException {
        write(key + "=1\n");

        assertThatThrownBy(this::read)
                .isInstanceOf(LocalStackException.class)
                .hasMessage(file() + " sets " + key + ", by which the stack runs; take it out");
    }

    @Test
    void aFileThatIsNoPropertiesIsTold() throws IOException {
        write("listeners=\\u12");

        assertThatThrownBy(this::read)
                .isInstanceOf(LocalStackException.class)
                .hasMessageStartingWith("cannot read " + file());
    }

    private OwnBrokerSettings read() {
        return OwnBrokerSettings.readFrom(file());
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text);
    }

    private Path file() {
        return folder.resolve("broker.properties");
    }
}
