package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static dev.tidings.app.streams.StreamsRun.header;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.ArticleRelation;
import dev.tidings.schemas.DeadLetter;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.RelationKind;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.topology.TopologyDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class StreamsApplicationIT {

    @TempDir
    private Path data;

    private StreamsRun run;
    private Topics topics;

    @BeforeEach
    void topicsOfItsOwn(LocalStack stack, Topics own) {
        topics = own;
        run = StreamsRun.on(stack, own, data);
    }

    @Test
    void theRealArticlesAreEnrichedAndDecided() throws Exception {
        StreamsApplication application = run.started();
        try (application) {
            for (Path seed : seeds()) {
                run.publish("seeds/" + seed.getFileName(), Files.readAllBytes(seed));
            }
            List<ConsumerRecord<byte[], byte[]>> enriched = run.awaitRecords(topics.enriched(), 4);
            assertThat(enriched)
                    .extracting(record -> header(record, EventHeaders.VERDICT))
                    .containsOnly("NEW");
            assertThat(enriched)
                    .extracting(record -> header(record, EventHeaders.LANG))
                    .containsExactlyInAnyOrder("ckb", "ckb", "en", "en");
            assertThat(enriched)
                    .extracting(record -> header(record, EventHeaders.DECISION))
                    .containsExactlyInAnyOrder("0", "1", "2", "3");
            assertThat(run.read(topics.enriched(), EnrichedArticle.class))
                    .extracting(article -> article.getHeadlines().isEmpty())
                    .containsExactlyInAnyOrder(true, true, false, false);
            assertThat(run.deadLetters()).isEmpty();
        }
        assertThat(application.awaitEnd()).isZero();
    }

    @Test
    void aCopyIsSuppressedAndARestartDoublesNothing() throws Exception {
        byte[] article = Files.readAllBytes(seeds().get(2));
        try (StreamsApplication application = run.started()) {
            assertThat(application.readiness().obstacles()).isEmpty();
            run.publish("test/a.txt", article);
            run.awaitRecords(topics.enriched(), 1);
        }
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            run.publish("test/b.txt", article);
            run.awaitRecords(topics.relations(), 1);
        }
        assertThat(run.records(topics.enriched())).hasSize(1);
        assertThat(run.read(topics.relations(), ArticleRelation.class))
                .singleElement()
                .satisfies(relation -> {
                    assertThat(relation.getKind()).isEqualTo(RelationKind.EXACT);
                    assertThat(relation.getUri()).isEqualTo("test/b.txt");
                    assertThat(relation.getSuppressed()).isTrue();
                });
    }

    @Test
    void neitherPoisonNorAnOversizedEventStopsATransactionalTopology() throws Exception {
        try (StreamsApplication application = run.started()) {
            run.send(topics.raw(), new byte[] {1}, "not an event".getBytes(UTF_8));
            run.send(topics.raw(), null, null);
            // Claims a text of 1.5 GB, which is more than the process may have.
            run.send(topics.raw(), new byte[] {2}, run.claiming(topics.raw(), 1_500_000_000));
            run.publish("test/large.txt", "word ".repeat(2_600_000).getBytes(UTF_8));
            run.publish("test/largest.txt", "ە".repeat(2 * 1024 * 1024).getBytes(UTF_8));
            run.send(topics.analysed(), new byte[] {1}, "not an event".getBytes(UTF_8));
            run.publish(
                    "test/good.txt", "A good article, short and true, about nothing in particular.".getBytes(UTF_8));

            run.awaitRecords(topics.enriched(), 2);
            run.awaitRecords(topics.deadLetters(), 4);
            run.send(topics.analysed(), null, null);
            run.send(topics.storyFeatures(), null, null);
            assertThat(run.deadLetters())
                    .extracting(DeadLetter::getReason)
                    .containsExactlyInAnyOrder("not_avro", "malformed", "too_large", "not_avro");
            assertThat(run.read(topics.enriched(), EnrichedArticle.class))
                    .extracting(EnrichedArticle::getUri)
                    .containsExactlyInAnyOrder("test/good.txt", "test/largest.txt");
            assertThat(application.failureMessage()).isEmpty();
            assertThat(application.readiness().isReady()).isTrue();
        }
    }

    @Test
    void aTopicThatDisappearsEndsTheProcessWithOneLine() throws Exception {
        try (StreamsApplication application =
                        run.with("kafka.metadata.max.age.ms", "1000").started();
                TopicAdmin admin = new TopicAdmin(run.settings())) {
            admin.adminClient().deleteTopics(List.of(topics.raw().name())).all().get();
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.failureMessage())
                    .hasValueSatisfying(line -> assertThat(line)
                            .startsWith("analyse stops: ")
                            .contains("topic")
                            .doesNotContain("\n"));
            assertThat(application.readiness().isReady()).isFalse();
        }
    }

    @Test
    void threadsThatKeepDyingEndTheProcess() throws Exception {
        run.publish("test/a.txt", "text".getBytes(UTF_8));
        try (StreamsApplication application =
                new StreamsApplication(run.settings(), topics, context -> List.of(new Broken()))) {
            application.start();
            assertThat(application.awaitEnd()).isEqualTo(1);
            assertThat(application.failureMessage())
                    .contains("broken stops: its threads died 6 times within 10 minutes, at last of"
                            + " IllegalStateException: always");
        }
    }

    @Test
    void theProcessIsNotReadyWhileStateIsRestored() throws Exception {
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            for (int article = 0; article < 40; article++) {
                run.publish(
                        "test/" + article + ".txt",
                        ("Article number " + article + " tells of " + article + " things that happened on day "
                                        + article + " in the town of number " + article)
                                .getBytes(UTF_8));
            }
            await().until(() -> run.records(topics.enriched()).size()
                            + run.records(topics.relations()).size()
                    >= 40);
        }
        deleteState();
        List<String> obstacles = new ArrayList<>();
        StreamsRun slow = run.with("kafka.restore.consumer.max.poll.records", "1");
        try (StreamsApplication application = slow.application()) {
            application.start();
            await().pollInterval(Duration.ofMillis(1)).until(() -> {
                obstacles.addAll(application.readiness().obstacles());
                return application.readiness().isReady();
            });
        }
        // Stories start last: what the others restore may be over before anybody can ask.
        assertThat(obstacles).anySatisfy(line -> assertThat(line).matches("stories: restoring \\d+ of \\d+ records"));
    }

    private void deleteState() throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("state"))) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> seeds() throws IOException {
        try (Stream<Path> files =
                Files.list(Installation.currentInstallation().home().resolve("seeds"))) {
            return files.sorted().toList();
        }
    }

    /** A topology that dies at every record. */
    private final class Broken implements TopologyDefinition {

        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Topology build() {
            ByteArrayDeserializer bytes = new ByteArrayDeserializer();
            return new Topology()
                    .addSource("raw", bytes, bytes, topics.raw().name())
                    .addProcessor("die", Dying::new, "raw");
        }
    }

    /** Dies at every record. */
    private static final class Dying implements Processor<byte[], byte[], Void, Void> {

        @Override
        public void process(Record<byte[], byte[]> record) {
            throw new IllegalStateException("always");
        }
    }
}
