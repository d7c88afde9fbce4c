package dev.tidings.app.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.stack.TopicSettings;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.health.HeartbeatSender;
import dev.tidings.kafka.health.ProcessHealth;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.RestoreState;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.ApplicationOutline;
import dev.tidings.streams.application.StreamsApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code tidings status} says of an installation in states that are made on purpose: on one broker, with services
 * that each test takes over as the one before has left them.
 */
class StatusIT {

    @TempDir
    static Path temporary;

    static StatusStack stack;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServers() throws IOException {
        stack = StatusStack.start(temporary);
    }

    @AfterAll
    static void stop() {
        stack.stop();
    }

    @Test
    void anInstallationThatWorksIsWellThoughMarkersStandBehindItsLastArticles() throws IOException {
        stack.runServices();
        publish("bridge.txt", "The mayor has opened the bridge of the north on Monday, and many people were there.");

        StatusReport report = stack.awaitStatus(status -> !status.isRed() && isCaughtUp(status));

        assertThat(report.processes())
                .extracting(ProcessStatus::process, ProcessStatus::state)
                .contains(tuple("sink/main", "ready"), tuple("streams/main", "ready"));
        assertThat(report.processes())
                .allMatch(process -> process.pid() > 0 && !process.host().isEmpty());
        assertThat(report.readers()).extracting(ReaderStatus::reader).contains("analyse", "dedup", "stories", "sink");
        assertThat(report.disks()).extracting(DiskStatus::user).contains("broker 1", "sink/main", "streams/main");
        CommandRun status = stack.command("status");
        assertThat(status.exit()).as(status.out()).isZero();
        assertThat(status.out()).containsPattern("analyse +tidings.raw +4 read +0 +0 s");
    }

    @Test
    void aServiceThatWasKilledIsSilentAndMakesItRed() {
        stack.runServices();
        stack.process("streams").kill();

        StatusReport report = stack.awaitFinding(
                finding -> finding.subject().equals("streams/main") && finding.level() == Finding.Level.FAIL);

        assertThat(stateOf(report, "streams/main")).isEqualTo("silent");
        assertThat(stack.awaitFinding(finding -> finding.subject().equals("analyse"))
                        .findings())
                .contains(Finding.fail("analyse", "nobody reads tidings.raw", "'tidings streams' reads it"));
        assertThat(stack.command("status").exit()).isEqualTo(1);
        CommandRun doctor = stack.command("doctor");
        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).containsPattern("streams/main +fail +nothing heard of it");
    }

    @Test
    void aServiceThatWasStoppedSaysSoAndItsWorkIsMissed() {
        stack.runServices();
        stack.process("sink").stop();

        StatusReport report = stack.awaitFinding(finding -> finding.subject().equals("sink"));

        assertThat(stateOf(report, "sink/main")).isEqualTo("stopped");
        assertThat(report.findings())
                .extracting(Finding::subject, Finding::level)
                .contains(tuple("sink", Finding.Level.FAIL))
                .doesNotContain(tuple("sink/main", Finding.Level.FAIL));
        assertThat(report.isRed()).isTrue();
    }

    @Test
    void aServiceThatHangsIsSilentUntilItGoesOn() {
        stack.runServices();
        stack.process("sink").pause();
        try {
            StatusReport report = stack.awaitFinding(
                    finding -> finding.subject().equals("sink/main") && finding.level() == Finding.Level.FAIL);
            assertThat(stateOf(report, "sink/main")).isEqualTo("silent");
        } finally {
            stack.process("sink").resume();
        }

        stack.awaitStatus(status -> stateOf(status, "sink/main").equals("ready") && !status.isRed());
    }

    @Test
    void aReaderThatIsBehindIsToldInArticlesAndSecondsWithoutMarkers() throws IOException {
        stack.runServices();
        stack.awaitStatus(status -> !status.isRed());
        long before = stack.enrichedArticles();
        stack.process("sink").stop();
        publish("first.txt", "A first text about the harbour of Tornviken, which was closed in the storm of Friday.");
        publish("second.txt", "Quite another one: eleven goats walked over the old road to the market in the rain.");
        publish("third.txt", "The council of Hjelmstad has voted for a new library with forty thousand books.");
        commit("behind", Map.of());

        StatusReport report =
                stack.awaitStatus(status -> readerOf(status, "behind").waiting() == before + 3);

        assertThat(readerOf(report, "behind").exact()).isTrue();
        assertThat(readerOf(report, "sink").waiting()).isPositive();
        StatusReport late =
                stack.awaitStatus(status -> readerOf(status, "sink").behindSeconds() > StatusStack.MAX_LAG.toSeconds());
        assertThat(late.findings())
                .anyMatch(finding -> finding.subject().equals("sink")
                        && finding.level() == Finding.Level.WARN
                        && finding.found().matches("\\d+ records wait for it, the oldest for .*"));
    }

    @Test
    void aStageThatIsBeingRestoredIsToldWithHowFarItIs() {
        ProcessHealth health = new ProcessHealth(InstantSource.system());
        health.noteStart(
                () -> List.of("dedup: restoring 1200 of 45000 records"),
                () -> List.of(new RestoreState("dedup", 1200L, 45_000L)));

        StatusReport report = whileSending(
                identity("streams", "restoring"),
                health,
                InstantSource.system(),
                finding -> finding.subject().equals("streams/restoring"));

        assertThat(report.findings())
                .contains(Finding.warn("streams/restoring", "dedup: restoring 1200 of 45000 records", ""));
    }

    @Test
    void aTopicThatSomebodyAlteredIsToldWithTheCommandThatMendsIt() {
        alterRaw("604800000");
        try {
            assertThat(stack.status().findings())
                    .contains(Finding.warn(
                            "tidings.raw",
                            "retention.ms is 604800000 and not -1",
                            "kafka-configs.sh --bootstrap-server " + stack.address()
                                    + " --alter --topic tidings.raw --add-config retention.ms=-1"));
        } finally {
            alterRaw("-1");
        }
        assertThat(stack.status().findings()).extracting(Finding::subject).doesNotContain("tidings.raw");
    }

    @Test
    void aGroupThatNobodyReadsInIsToldWithTheTimeAtWhichKafkaForgetsIt() {
        commit("weekly", Map.of());

        assertThat(findingOf(stack.status(), "weekly").found())
                .startsWith("nobody reads")
                .endsWith("; Kafka forgets where it stands 1 d after its last reader left");

        ProcessHealth health = new ProcessHealth(InstantSource.system());
        health.noteStart(List::of, List::of);
        StatusReport report = whileSending(
                new ProcessIdentity("subscribe", "weekly", List.of("weekly"), List.of(), ""),
                health,
                InstantSource.system(),
                finding -> finding.found().contains("Kafka forgets where it stands in 23 h"));
        assertThat(findingOf(report, "weekly").level()).isEqualTo(Finding.Level.WARN);
    }

    @Test
    void aGroupThatKafkaHasForgottenIsTold() {
        ProcessHealth health = new ProcessHealth(InstantSource.system());
        health.noteStart(List::of, List::of);

        StatusReport report = whileSending(
                new ProcessIdentity("subscribe", "forgotten", List.of("forgotten"), List.of(), ""),
                health,
                InstantSource.system(),
                finding -> finding.subject().equals("forgotten"));

        assertThat(findingOf(report, "forgotten").found()).isEqualTo("Kafka has forgotten where this group stands");
    }

    @Test
    void deadLettersOfTheLastHourAreCounted() throws IOException {
        stack.runServices();
        long before = stack.status().deadLettersOfLastHour();
        Files.write(folder.resolve("bad.txt"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, (byte) 0xd8, 1, 2, 3});
        stack.command("publish", "--source", "bad", folder.toString());

        StatusReport report = stack.awaitStatus(status -> status.deadLettersOfLastHour() == before + 1);

        assertThat(findingOf(report, "dead letters").fix()).contains("tidings dlq list");
    }

    @Test
    void aTransactionThatStaysOpenIsToldWithTheCommandThatEndsIt() {
        Map<String, Object> config = stack.settings().kafkaConfig();
        config.put("transactional.id", "somebody");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var unused = producer.send(new ProducerRecord<>("tidings.raw", 0, null, "unfinished".getBytes(UTF_8)));
            producer.flush();

            StatusReport now =
                    stack.awaitStatus(status -> !status.transactions().isEmpty());
            StatusReport later = stack.statusAt(InstantSource.offset(InstantSource.system(), Duration.ofMinutes(2)));

            assertThat(now.transactions().get(0).transactionalId()).isEqualTo("somebody");
            assertThat(now.findings()).extracting(Finding::subject).doesNotContain("tidings.raw-0");
            assertThat(findingOf(later, "tidings.raw-0").found()).contains("a transaction of somebody has been open");
            assertThat(findingOf(later, "tidings.raw-0").fix())
                    .startsWith("kafka-transactions.sh")
                    .contains("abort --topic tidings.raw --partition 0 --start-offset");
            producer.abortTransaction();
        }
        stack.awaitStatus(status -> status.transactions().isEmpty());
    }

    @Test
    void aRegistryThatIsAwayIsToldBesideAllThatBrokersKnow() {
        Settings away = stack.settingsWith("schema.registry.url", "http://127.0.0.1:1/");

        StatusReport report = StatusStack.statusOf(away, InstantSource.system());

        assertThat(findingOf(report, "processes").found()).startsWith("what they say cannot be read: ");
        assertThat(report.readers()).extracting(ReaderStatus::reader).contains("analyse", "dedup", "stories");
    }

    @Test
    void anInstallationWithoutTopicsIsRed() {
        StatusReport report =
                StatusStack.statusOf(stack.settingsWith("topic.prefix", "nobody"), InstantSource.system());

        assertThat(findingOf(report, "topics").found()).startsWith("there is no nobody.raw, nobody.analysed");
        assertThat(report.isRed()).isTrue();
    }

    @Test
    void aClockThatIsWrongIsTold() {
        ProcessHealth health = new ProcessHealth(InstantSource.system());
        health.noteStart(List::of, List::of);

        StatusReport report = whileSending(
                identity("publish", "fast"),
                health,
                InstantSource.offset(InstantSource.system(), Duration.ofHours(1).plusSeconds(5)),
                finding -> finding.found().startsWith("the clock of "));

        assertThat(findingOf(report, "publish/fast").found()).endsWith(" is 1 h ahead of the broker's");
    }

    @Test
    void theStagesItLooksForAreThoseThatStreamsRuns() {
        Topics topics = ConnectionSettings.topics(stack.settings());
        try (StreamsApplication application = StreamsApplication.liveApplication(stack.settings())) {
            assertThat(KnownReader.stages(topics)).allSatisfy(stage -> {
                ApplicationOutline outline = application.outlines().stream()
                        .filter(known -> known.id().equals(stage.group()))
                        .findFirst()
                        .orElseThrow();
                assertThat(outline.sources())
                        .containsExactly(stage.topics().get(0).name());
            });
            assertThat(application.outlines()).hasSameSizeAs(KnownReader.stages(topics));
        }
    }

    /** Lets a process of this test say how it stands until status finds it so; then it ends. */
    private static StatusReport whileSending(
            ProcessIdentity identity, ProcessHealth health, InstantSource clock, Predicate<Finding> wanted) {
        Topics topics = ConnectionSettings.topics(stack.settings());
        try (HeartbeatSender sender =
                new HeartbeatSender(stack.settings(), topics.processes(), identity, health, clock)) {
            sender.start();
            StatusReport found = stack.awaitFinding(wanted);
            health.noteStop();
            return found;
        }
    }

    private static ProcessIdentity identity(String kind, String instance) {
        return new ProcessIdentity(kind, instance, List.of(), List.of(), "");
    }

    private void publish(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        CommandRun run = stack.command("publish", "--wait", "--source", "status", folder.toString());
        assertThat(run.exit()).as(run.err()).isZero();
    }

    /** A group that stands at the beginning of each partition of the enriched topic but where it is said. */
    private static void commit(String group, Map<Integer, Long> positions) {
        Map<String, Object> config = stack.settings().kafkaConfig();
        config.put("group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("tidings.enriched").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.commitSync(
                    Map.of(partition, new OffsetAndMetadata(positions.getOrDefault(partition.partition(), 0L)))));
        }
    }

    private static void alterRaw(String retention) {
        try (TopicAdmin admin = new TopicAdmin(stack.settings())) {
            TopicSettings.alter(admin, Topics.of(Topics.DEFAULT_PREFIX).raw(), "retention.ms", retention);
        }
    }

    private static boolean isCaughtUp(StatusReport report) {
        return report.readers().stream()
                .filter(reader -> !reader.kind().equals("subscriber"))
                .allMatch(reader -> reader.waiting() == 0);
    }

    private static String stateOf(StatusReport report, String process) {
        return report.processes().stream()
                .filter(found -> found.process().equals(process))
                .map(ProcessStatus::state)
                .findFirst()
                .orElse("");
    }

    private static ReaderStatus readerOf(StatusReport report, String name) {
        return report.readers().stream()
                .filter(reader -> reader.reader().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Finding findingOf(StatusReport report, String subject) {
        return report.findings().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(report.findings().toString()));
    }
}
