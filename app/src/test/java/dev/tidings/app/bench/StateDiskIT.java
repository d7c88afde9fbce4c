package dev.tidings.app.bench;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidings.app.bench.text.SyntheticArticles;
import dev.tidings.app.bench.text.SyntheticTexts;
import dev.tidings.app.cli.service.ReadyWatch;
import dev.tidings.app.fault.FaultSeries;
import dev.tidings.app.fault.MountNamespace;
import dev.tidings.app.stack.ClassPath;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.JavaCommand;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the state is a small one of the process's own, filled while it works. */
@FaultSeries
@ExtendWith(LocalStackExtension.class)
class StateDiskIT {

    /** Each of the stores reserves 4 MB for its list of files. */
    private static final int DISK_MEGABYTES = 256;
    /** Some 340 bytes each in the largest store, whose memtables have 2 MB: the first two have to go to the disk. */
    private static final int ARTICLES = 15_000;

    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsWaitedForInOneLineAndNothingIsLostOrDoubled(LocalStack stack, Settings settings, Topics topics)
            throws Exception {
        Optional<String> obstacle = MountNamespace.findObstacle();
        assumeTrue(obstacle.isEmpty(), () -> "SKIPPED, not proved: no disk of its own: " + obstacle.orElseThrow());
        Path ready = folder.resolve("ready");
        Process streams = start(stack, topics, ready);
        try (OutcomeWatch watch = OutcomeWatch.ofDecisions(settings, topics)) {
            await().until(() -> ReadyWatch.saysReady(ready, streams.pid()) || !streams.isAlive());
            assertThat(streams.isAlive()).as(log()).isTrue();
            Path filler = MountNamespace.seenFromOutside(streams, data()).resolve("filler");
            fill(filler);
            writeArticles(settings, topics);
            await().until(() -> log().contains("streams waits: the disk of the state folder"));
            await().until(() -> !ReadyWatch.saysReady(ready, streams.pid()));

            Files.delete(filler);
            OutcomeCounts decided = watch.awaitCount(ARTICLES);

            assertThat(decided.count()).isEqualTo(ARTICLES);
            assertThat(decided.findComplaints(List.of())).isEmpty();
            await().until(() -> ReadyWatch.saysReady(ready, streams.pid()));
            assertThat(log().lines().filter(line -> line.contains("streams waits:")))
                    .hasSize(1);
            assertThat(log()).doesNotContain("is replaced").doesNotContain("\tat ");
        } finally {
            streams.destroyForcibly().waitFor();
        }
    }

    private Path data() throws IOException {
        return Files.createDirectories(folder.resolve("data"));
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    private Process start(LocalStack stack, Topics topics, Path ready) throws IOException {
        Map<String, String> flags = new TreeMap<>(LocalStackExtension.flags(stack));
        flags.put("topic.prefix", topics.prefix());
        flags.put("data.dir", data().toString());
        List<String> arguments = new ArrayList<>(List.of("streams", "--ready-file", ready.toString()));
        flags.forEach((key, value) -> arguments.addAll(List.of("-X", key + "=" + value)));
        JavaCommand java = new JavaCommand(
                ClassPath.currentClassPath(),
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m"),
                "dev.tidings.app.cli.Tidings",
                arguments);
        return new ProcessBuilder(MountNamespace.wrap(data(), DISK_MEGABYTES, java.commandLine()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static void fill(Path filler) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(Files.size(filler)).isPositive();
        }
    }

    private static void writeArticles(Settings settings, Topics topics) {
        Path samples = Installation.currentInstallation().home().resolve("seeds");
        try (StateFiller filler = new StateFiller(settings, topics)) {
            filler.fillState(
                    SyntheticTexts.ofSamples(samples, SyntheticArticles.ARTICLE, 20210929), ARTICLES, Instant.now());
        }
    }
}
