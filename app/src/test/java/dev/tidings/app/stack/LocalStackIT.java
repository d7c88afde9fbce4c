package dev.tidings.app.stack;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On one folder, which each test takes over as the one before has left it: starting costs more than all the rest. */
class LocalStackIT {
    @TempDir
    static Path temporary;

    static StackConfig stackConfig;

    @BeforeAll
    static void aFolderWithSpacesInItsName() {
        stackConfig = new StackConfig(
                Installation.currentInstallation(), new DataFolder(temporary.resolve("my data")), StackPurpose.TEST);
    }

    @AfterAll
    static void stop() {
        LocalStack.stopStack(stackConfig);
    }

    @Test
    void aRestartKeepsRecordsAndSchemasAndPorts() {
        LocalStack stack = LocalStack.startStack(stackConfig);
        String bootstrapServers = stack.bootstrapServers();
        String registry = stack.registryUrl();
        StringTopic topic = new StringTopic(bootstrapServers, "kept");
        topic.create();
        topic.write("هەواڵ");
        int schema = RegistryCalls.register(registry, "kept-value", "{\"type\":\"string\"}");

        LocalStack.stopStack(stackConfig);
        LocalStack again = LocalStack.startStack(stackConfig);

        assertThat(again.bootstrapServers()).isEqualTo(bootstrapServers);
        assertThat(again.registryUrl()).isEqualTo(registry);
        assertThat(topic.read(1)).containsExactly("هەواڵ");
        assertThat(RegistryCalls.register(registry, "kept-value", "{\"type\":\"string\"}"))
                .isEqualTo(schema);
    }

    @Test
    void aCleanStopLeavesNoProcessAndNoProcessId() throws IOException {
        List<Long> pids = LocalStack.startStack(stackConfig).processes().stream()
                .map(LocalProcess::pid)
                .toList();

        List<String> stopped = LocalStack.stopStack(stackConfig);

        assertThat(pids).hasSize(2);
        assertThat(stopped).containsExactlyInAnyOrder("broker", "registry");
        await().until(() -> pids.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent()));
        try (Stream<Path> files = Files.list(stackConfig.folder().pidFolder())) {
            assertThat(files).isEmpty();
        }
        assertThat(LocalStack.findRunning(stackConfig)).isEmpty();
    }

    @Test
    void ofTwoStartsOnOneFolderAtTheSameTimeTheSecondFailsInOneLineAndLeavesTheFirstAlone() {
        LocalStack.stopStack(stackConfig);
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<LocalStack> first =
                CompletableFuture.supplyAsync(() -> LocalStack.startStack(stackConfig, new LocalStack.Start() {
                    @Override
                    public void begin(boolean running) {
                        begun.countDown();
                    }
                }));

        assertThatThrownBy(() -> {
                    begun.await();
                    LocalStack.startStack(stackConfig);
                })
                .isInstanceOf(LocalStackException.class)
                .hasMessage("another 'tidings up', 'demo' or 'down' is at work on "
                        + stackConfig.folder().root() + "; wait until it has ended");
        assertThat(pids(first.join())).hasSize(2);
    }

    @Test
    void anotherProgramFindsTheRunningStackByItsFolder() {
        LocalStack started = LocalStack.startStack(stackConfig);

        LocalStack found = LocalStack.findRunning(stackConfig).orElseThrow();

        assertThat(found.bootstrapServers()).isEqualTo(started.bootstrapServers());
        assertThat(found.registryUrl()).isEqualTo(started.registryUrl());
        assertThat(pids(found)).isEqualTo(pids(started));
    }

    @Test
    void aStartBringsBackThePartThatWasKilledAndLeavesTheOtherAlone() {
        LocalStack stack = LocalStack.startStack(stackConfig);
        LocalBroker.inFolder(stackConfig).process().kill();
        assertThat(LocalStack.findRunning(stackConfig)).isEmpty();

        List<String> ready = new ArrayList<>();
        LocalStack again = LocalStack.startStack(stackConfig, new LocalStack.Start() {
            @Override
            public void ready(String part) {
                ready.add(part);
            }
        });

        assertThat(ready).containsExactly("broker");
        assertThat(again.bootstrapServers()).isEqualTo(stack.bootstrapServers());
        assertThat(again.processes()).extracting(LocalProcess::name).containsExactly("registry", "broker");
    }

    @Test
    void aPartThatCannotStartSaysWhyInOneLineAndTheOtherIsStoppedAgain() throws IOException {
        LocalStack.startStack(stackConfig);
        LocalStack.stopStack(stackConfig);
        Path meta = stackConfig.folder().dataOf("broker").resolve("data/meta.properties");
        String whole = Files.readString(meta);
        Files.writeString(meta, whole.replace("node.id=1", "node.id=7"));

        assertThatThrownBy(() -> LocalStack.startStack(stackConfig))
                .isInstanceOf(LocalStackException.class)
                .hasMessageStartingWith("the broker ended while starting: ")
                .hasMessageContaining("node id 7")
                .hasMessageContaining("broker.log")
                .message()
                .doesNotContain("\n");
        assertThat(new ServiceRunner(stackConfig).runningParts()).isEmpty();
        Files.writeString(meta, whole);
    }

    private static List<Long> pids(LocalStack stack) {
        return stack.processes().stream().map(LocalProcess::pid).toList();
    }
}
