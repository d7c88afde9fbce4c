package dev.tidings.streams.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.tidings.kafka.admin.DependencyUnreachableException;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsApplicationTest {

    @TempDir
    private Path folder;

    @Test
    void aDeadBrokerIsToldInOneLineAndFreesTheInstance() {
        for (int turn = 0; turn < 2; turn++) {
            try (StreamsApplication application = application(Map.of())) {
                assertThatExceptionOfType(DependencyUnreachableException.class)
                        .isThrownBy(application::start)
                        .withMessageContaining("127.0.0.1:1")
                        .withMessageNotContaining("\n");
            }
        }
    }

    @Test
    void aBrokerThatIsAwayIsWaitedForAsLongAsTheSettingSays() {
        long begun = System.nanoTime();
        try (StreamsApplication application = application(Map.of("start.timeout", "PT1S"))) {
            assertThatExceptionOfType(DependencyUnreachableException.class).isThrownBy(application::start);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void closedWhileItWaitsForABrokerItEndsInOrder() throws Exception {
        StreamsApplication application = application(Map.of("start.timeout", "PT10M"));
        CompletableFuture<Void> start = CompletableFuture.runAsync(application::start);
        await().atMost(Duration.ofMinutes(2)).until(() -> Files.exists(folder.resolve("state/main/lock")));

        application.close();

        assertThat(start).succeedsWithin(Duration.ofMinutes(2));
        assertThat(application.awaitEnd()).isZero();
    }

    @Test
    void twoProcessesCannotBeTheSameInstance() {
        DataLayout.claim(folder);
        try (InstanceLock lock = InstanceLock.acquireLock(folder.resolve("state/main"));
                StreamsApplication application = application(Map.of())) {
            assertThat(lock).isNotNull();
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContaining("--instance");
        }
    }

    @Test
    void stateOfTheFirstVersionIsRefusedInALineThatSaysTheWayOut() throws Exception {
        Files.createDirectories(folder.resolve("state/main/tidings-desk"));
        try (StreamsApplication application = application(Map.of())) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContainingAll("Tidings 0.1", "--data", "publish again")
                    .withMessageNotContaining("\n");
        }
    }

    @Test
    void aStateFolderThatCannotBeMadeIsToldInOneLine() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        try (StreamsApplication application = application(Map.of("data.dir", file.toString()))) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(application::start)
                    .withMessageContaining("data.dir");
        }
    }

    @Test
    void oneThatWasClosedHasNotFailed() throws Exception {
        StreamsApplication application = application(Map.of());
        application.close();
        application.close();
        assertThat(application.awaitEnd()).isZero();
        assertThat(application.failureMessage()).isEmpty();
        assertThat(application.readiness().isReady()).isFalse();
    }

    private StreamsApplication application(Map<String, String> flags) {
        Map<String, String> all =
                new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1", "schema.registry.url", "http://127.0.0.1:1"));
        all.putAll(Map.of("connect.timeout.ms", "200", "start.timeout", "PT0.001S", "data.dir", folder.toString()));
        all.putAll(flags);
        Settings settings = Settings.resolveAll(StreamsSettings.ALL, SettingSources.of(all));
        return new StreamsApplication(settings, Topics.of(Topics.DEFAULT_PREFIX), context -> List.of());
    }
}
