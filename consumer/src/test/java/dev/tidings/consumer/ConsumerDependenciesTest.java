package dev.tidings.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The class path of a service that depends on this module, as the build has resolved it. */
class ConsumerDependenciesTest {

    /** Written by the build before the tests are compiled; one line {@code group:artifact:type:version:scope} each. */
    private static final Path LIST = Path.of("target", "class-path-of-services.txt");

    @Test
    void aServiceGetsTheContractAndTheKafkaClient() throws IOException {
        assertThat(artifacts())
                .anyMatch(artifact -> artifact.startsWith("dev.tidings:tidings-schemas:"))
                .anyMatch(artifact -> artifact.startsWith("org.apache.kafka:kafka-clients:"));
    }

    @Test
    void aServiceGetsNeitherAStoreNorTheLanguageModel() throws IOException {
        assertThat(artifacts())
                .noneMatch(artifact -> artifact.startsWith("org.xerial:"))
                .noneMatch(artifact -> artifact.startsWith("org.flywaydb:"))
                .noneMatch(artifact -> artifact.startsWith("dev.tidings:tidings-store-"))
                .noneMatch(artifact -> artifact.startsWith("dev.tidings:tidings-text:"));
    }

    private static List<String> artifacts() throws IOException {
        return Files.readAllLines(LIST).stream()
                .map(String::strip)
                .filter(line -> line.contains(":") && !line.contains(" "))
                .toList();
    }
}
