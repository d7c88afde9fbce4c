package dev.tidings.app.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
    @TempDir
    Path folder;

    @Test
    void nobodyElseMayReadWhatAServiceIsGiven() throws IOException {
        ServiceSettings settings = settings(Map.of("kafka.ssl.key.password", "hunter2 = é"));

        settings.write();
        settings.write();

        assertThat(settings.file()).isEqualTo(folder.resolve("run/sink.properties"));
        assertThat(Files.getPosixFilePermissions(settings.file()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(settings.keysThatDiffer()).isEmpty();
    }

    @Test
    void pathsAreMeantWhereTheCommandWasCalled() {
        Map<String, String> entries = settings(Map.of(
                        "kafka.ssl.truststore.location", "certs/t.jks",
                        "kafka.ssl.keystore.location", "/etc/k.jks",
                        "registry.schema.registry.ssl.truststore.location", "",
                        "store", "sqlite:news.db",
                        "streams.instance", "certs/t.jks"))
                .entries();

        assertThat(entries)
                .isEqualTo(Map.of(
                        "kafka.ssl.truststore.location", "/home/me/certs/t.jks",
                        "kafka.ssl.keystore.location", "/etc/k.jks",
                        "registry.schema.registry.ssl.truststore.location", "",
                        "store", "sqlite:/home/me/news.db",
                        "streams.instance", "certs/t.jks"));
    }

    @Test
    void whatIsGivenOtherwiseThanAtTheStartIsNamedWithoutItsValue() {
        settings(Map.of("a", "1", "b", "2", "c", "3")).write();

        assertThat(settings(Map.of("a", "1", "b", "0", "d", "4")).keysThatDiffer())
                .containsExactly("b", "c", "d");
    }

    @Test
    void ofAServiceThatLeftNoSettingsNothingIsSaid() {
        assertThat(settings(Map.of("a", "1")).keysThatDiffer()).isEmpty();
    }

    private ServiceSettings settings(Map<String, String> given) {
        return ServiceSettings.ofService("sink", new DataFolder(folder), given, Path.of("/home/me"));
    }
}
