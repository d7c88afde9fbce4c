package dev.tidings.app.replay;

import static dev.tidings.app.replay.OldHistory.ARTICLES;
import static dev.tidings.app.replay.OldHistory.COPIES;
import static dev.tidings.app.replay.OldHistory.MENDED;
import static dev.tidings.app.replay.OldHistory.POISON;
import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.ArticleId;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.ReplayRun;
import dev.tidings.schemas.ReplayState;
import dev.tidings.schemas.Story;
import dev.tidings.schemas.StoryMember;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.replay.plan.ReplayRequest;
import dev.tidings.streams.replay.run.ReplayListener;
import dev.tidings.streams.replay.run.ReplayProgress;
import dev.tidings.streams.replay.run.Replays;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Replays of one history of two months ago, on topics of their own. */
@ExtendWith(LocalStackExtension.class)
class ReplayIT {

    private static final Topics TOPICS = Topics.of("replay-it");
    private static final int PUBLISHED = ARTICLES - COPIES + MENDED;

    @TempDir
    private static Path folder;

    private static Map<String, String> flags;
    private static OldHistory history;
    private static ReplayRun whole;

    @BeforeAll
    static void replayOnce(LocalStack stack) throws Exception {
        flags = new HashMap<>(LocalStackExtension.flags(stack));
        flags.put("data.dir", folder.toString());
        flags.put("streams.session.timeout", "PT6S");
        history = new OldHistory(settings(flags), TOPICS);
        history.write();
        Map<String, Long> before = ends();
        whole = replay(ReplayProcess.everything("first"));
        assertThat(ends()).as("ends of the live topics").isEqualTo(before);
    }

    @Test
    void everyRecordHasItsEndHoweverOldItIs() {
        assertThat(whole.getState()).isEqualTo(ReplayState.DONE);
        assertThat(whole.getRecordCounts())
                .containsEntry("enriched", (long) PUBLISHED)
                .containsEntry("dead-letters", (long) POISON + MENDED)
                .hasEntrySatisfying("stories", stories -> assertThat(stories).isBetween(1L, (long) PUBLISHED));
        assertThat(events(run("first").relations(), ArticleRelation.class).filter(ArticleRelation::getSuppressed))
                .hasSize(COPIES);
        assertThat(events(run("first").stories(), Story.class)
                        .flatMap(story -> story.getMembers().stream())
                        .map(StoryMember::getArticleId)
                        .distinct())
                .as("articles in stories")
                .hasSize(PUBLISHED);
        assertThat(records(run("first").unordered())).hasSize(ARTICLES + 2 * MENDED);
        assertThat(records(run("first").analysed()))
                .hasSize(ARTICLES + 2 * MENDED)
                .isSortedAccordingTo((one, other) -> Long.compare(one.timestamp(), other.timestamp()))
                .first()
                .satisfies(record ->
                        assertThat(record.timestamp()).isEqualTo(history.time(0).toEpochMilli()));
    }

    @Test
    void whatWasMendedAfterADeadLetterIsNewInAReplayToo() {
        assertThat(records(run("first").enriched()))
                .filteredOn(record -> RecordKeys.articleId(record.key()).equals(ArticleId.of("old/mended.txt")))
                .extracting(record -> new String(
                        record.headers().lastHeader(EventHeaders.VERDICT).value(), UTF_8))
                .containsExactly("NEW");
    }

    @Test
    void noTopicOfARunLosesAnythingByTime() {
        Map<String, Config> topics = configsOf("replay-it.replay.first.", "replay-it-replay-first-");

        assertThat(topics).hasSizeGreaterThan(7);
        assertThat(topics)
                .allSatisfy((name, config) -> assertThat(
                                config.get("cleanup.policy").value() + " "
                                        + config.get("retention.ms").value())
                        .as(name)
                        .matches("compact .*|delete -1"));
    }

    @Test
    void aRunThatIsKilledInTheMiddleComesToTheSameOutput() throws Exception {
        Map<String, String> slow = new HashMap<>(flags);
        // A broker that waits for more than it may hand out gives one batch of each partition, and then waits again.
        slow.put("kafka.main.consumer.fetch.max.wait.ms", "3000");
        slow.put("kafka.main.consumer.fetch.min.bytes", "100000000");
        slow.put("kafka.main.consumer.max.partition.fetch.bytes", "1");
        try (ReplayProcess process = ReplayProcess.start(TOPICS, "killed", slow, folder.resolve("killed.log"));
                Replays replays = replays()) {
            await().until(() -> !process.isAlive() || share(replays, "killed") > 0.1);
            assertThat(process.kill()).isEqualTo(128 + 9);
            assertThat(find(replays, "killed")).hasValueSatisfying(run -> {
                assertThat(run.getState()).isEqualTo(ReplayState.RUNNING);
                assertThat(replays.progressOf(run).share()).isBetween(0.1, 0.99);
            });
        }

        List<Boolean> resumed = new ArrayList<>();
        ReplayRun done = replay(ReplayProcess.everything("killed"), new ReplayListener() {
            @Override
            public void runBegins(ReplayRun run, boolean again) {
                resumed.add(again);
            }
        });

        assertThat(resumed).containsExactly(true);
        assertThat(done.getRecordCounts()).isEqualTo(whole.getRecordCounts());
        assertThat(done.getOutputSha256()).isEqualTo(whole.getOutputSha256());
        assertThat(done.getDeadLettersSha256()).isEqualTo(whole.getDeadLettersSha256());
        assertThat(lines(run("killed").analysed())).isEqualTo(lines(run("first").analysed()));
    }

    @Test
    void theSameRangeComesToTheSameOutputAndAPartOfItToThatPart() {
        Instant from = history.time(200);
        Instant to = history.time(400);
        ReplayRequest part = new ReplayRequest("part-1", Optional.of(from), Optional.of(to), Optional.empty());
        ReplayRequest again = new ReplayRequest("part-2", Optional.of(from), Optional.of(to), Optional.empty());

        ReplayRun one = replay(part);
        ReplayRun other = replay(again);

        assertThat(other.getOutputSha256()).isEqualTo(one.getOutputSha256());
        assertThat(one.getOutputSha256()).isNotEqualTo(whole.getOutputSha256());
        assertThat(one.getRecordCounts()).containsEntry("enriched", 180L);
        assertThat(events(run("part-1").relations(), ArticleRelation.class).filter(ArticleRelation::getSuppressed))
                .hasSize(20);
        // What came before was decided as well, so decisions have the numbers that they have in a run of everything.
        assertThat(decisions(run("part-1")))
                .isEqualTo(IntStream.range(200, 400)
                        .filter(article -> article % 10 != 9)
                        .boxed()
                        .collect(Collectors.toSet()));
        assertThat(records(run("part-1").analysed())).hasSize(400);
    }

    @Test
    void aRunThatIsDoneTellsItsResultAgainAndItsNameIsTaken() {
        try (Replays replays = replays()) {
            assertThat(replays.runReplay(ReplayProcess.everything("first"), ReplayListener.NONE))
                    .isEqualTo(whole);
            assertThatThrownBy(() -> replays.runReplay(
                            new ReplayRequest(
                                    "first", Optional.of(history.time(4)), Optional.empty(), Optional.empty()),
                            ReplayListener.NONE))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("run first is from the beginning to the end");
            assertThatThrownBy(() -> replays.runReplay(
                            new ReplayRequest(
                                    "empty",
                                    Optional.of(history.time(ARTICLES + 40)),
                                    Optional.empty(),
                                    Optional.empty()),
                            ReplayListener.NONE))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("replay-it.raw has no record");
            assertThat(find(replays, "empty")).isEmpty();
        }
    }

    private static double share(Replays replays, String name) {
        return find(replays, name)
                .map(replays::progressOf)
                .filter(progress -> progress.analysed() > 0)
                .map(ReplayProgress::share)
                .orElse(0.0);
    }

    private static Optional<ReplayRun> find(Replays replays, String name) {
        return replays.allRuns().stream()
                .filter(run -> run.getName().equals(name))
                .findFirst();
    }

    private static ReplayRun replay(ReplayRequest request) {
        return replay(request, ReplayListener.NONE);
    }

    private static ReplayRun replay(ReplayRequest request, ReplayListener listener) {
        try (Replays replays = replays()) {
            return replays.runReplay(request, listener);
        }
    }

    private static Replays replays() {
        return Replays.open(settings(flags), TOPICS);
    }

    private static Settings settings(Map<String, String> flags) {
        return Settings.resolveAll(ReplayProcess.KNOWN, SettingSources.of(flags));
    }

    private static Topics run(String name) {
        return TOPICS.replay(name).withPartitions(OldHistory.PARTITIONS);
    }

    private static Set<Integer> decisions(Topics topics) {
        return records(topics.enriched()).stream()
                .map(record -> new String(
                        record.headers().lastHeader(EventHeaders.DECISION).value(), UTF_8))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    private static <T extends SpecificRecord> Stream<T> events(Topic topic, Class<T> type) {
        Deserializer<T> reader = new AvroSerdes(settings(flags).registryConfig()).deserializer(topic, type);
        return records(topic).stream().map(record -> reader.deserialize(topic.name(), record.value()));
    }

    private static List<String> lines(Topic topic) {
        return records(topic).stream()
                .map(record -> record.timestamp() + " " + new String(record.key(), UTF_8))
                .toList();
    }

    /** How far each live topic has grown, those of the runs' own records and of processes apart. */
    private static Map<String, Long> ends() {
        Map<String, Long> ends = new TreeMap<>();
        try (TopicAdmin admin = new TopicAdmin(settings(flags))) {
            for (Topic topic : TOPICS.allTopics()) {
                if (!topic.equals(TOPICS.replays()) && !topic.equals(TOPICS.processes())) {
                    Map<TopicPartition, OffsetSpec> latest = IntStream.range(
                                    0, admin.partitionCount(topic).orElseThrow())
                            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
                    ends.put(
                            topic.name(),
                            admin
                                    .awaitAnswer(admin.adminClient()
                                            .listOffsets(latest)
                                            .all())
                                    .values()
                                    .stream()
                                    .mapToLong(end -> end.offset())
                                    .sum());
                }
            }
        }
        return ends;
    }

    private static Map<String, Config> configsOf(String... prefixes) {
        try (TopicAdmin admin = new TopicAdmin(settings(flags))) {
            Collection<ConfigResource> names = admin
                    .awaitAnswer(admin.adminClient().listTopics().names())
                    .stream()
                    .filter(name -> List.of(prefixes).stream().anyMatch(name::startsWith))
                    .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                    .toList();
            Map<String, Config> configs = new TreeMap<>();
            admin.awaitAnswer(admin.adminClient().describeConfigs(names).all())
                    .forEach((topic, config) -> configs.put(topic.name(), config));
            return configs;
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> records(Topic topic) {
        Map<String, Object> config = settings(flags).kafkaConfig();
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(topic.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
