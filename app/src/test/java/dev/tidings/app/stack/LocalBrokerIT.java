package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
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
    static void start() {
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
