package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {
    @TempDir
    static Path temporary;

    static LocalBroker broker;

    StringTopic topic;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(temporary.resolve("broker.properties"), "num.io.threads=5\n");
        broker = LocalBroker.inFolder(
                new StackConfig(Installation.currentInstallation(), new DataFolder(temporary), StackPurpose.TEST));
        broker.start();
    }

    @BeforeEach
    void aTopic(TestInfo test) {
        topic = new StringTopic(
                broker.bootstrapServers(), test.getTestMethod().orElseThrow().getName());
        topic.create();
    }

    @AfterAll
    static void stop() {
        broker.stop();
    }

    @Test
    void everythingAcknowledgedIsThereAfterSigkill() {
        String[] numbers = StringTopic.numbers(0, 500);
        topic.write(numbers);
        broker.process().kill();

        broker.start();

        assertThat(topic.read(500)).isEqualTo(Arrays.asList(numbers));
    }

    @Test
    void aPausedBrokerStaysAliveAndServesAgainAfterwards() {
        topic.write("before");
        LocalProcess process = broker.process();

        process.pause();
        assertThat(process.isAlive()).isTrue();
        process.resume();
        topic.write("after");

        assertThat(topic.read(2)).containsExactly("before", "after");
    }

    @Test
    void ownSettingsSurviveEveryStart() throws Exception {
        broker.stop();
        broker.start();

        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            ConfigResource node = new ConfigResource(ConfigResource.Type.BROKER, "1");
            assertThat(admin.describeConfigs(List.of(node))
                            .all()
                            .get()
                            .get(node)
                            .get("num.io.threads")
                            .value())
                    .isEqualTo("5");
        }
        assertThat(Files.getPosixFilePermissions(temporary.resolve("broker/server.properties")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void transactionsAreTheSafeOnesThatTheDoctorAsksFor() throws Exception {
        try (var admin = org.apache.kafka.clients.admin.Admin.create(
                java.util.Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            short level = admin.describeFeatures()
                    .featureMetadata()
                    .get()
                    .finalizedFeatures()
                    .get("transaction.version")
                    .maxVersionLevel();
            assertThat(level).isGreaterThanOrEqualTo((short) 2);
        }
    }
}
