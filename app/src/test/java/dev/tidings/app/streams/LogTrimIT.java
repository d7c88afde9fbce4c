package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.schemas.Analysed;
import dev.tidings.schemas.StoryFeatures;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LocalStackExtension.class)
class LogTrimIT {

    /** One article a day, up to this one. */
    private static final int DAYS = 40;
    /** The longest window is 30 days, and what is remembered expires by whole days. */
    private static final int KEPT_DAYS = 31;

    private static final Instant LAST = Instant.parse("2026-03-29T18:00:00Z");

    @TempDir
    private Path analysing;

    @TempDir
    private Path trimming;

    @Test
    void whatLiesBehindEveryWindowIsDeletedFromBothLogsAndNothingElse(LocalStack stack, Topics past, Topics topics)
            throws Exception {
        StreamsRun source = StreamsRun.on(stack, past, analysing);
        StreamsRun run = StreamsRun.on(stack, topics, trimming).with("streams.trim.interval", "PT1S");
        publish(source);
        List<StoryFeatures> features = source.read(past.storyFeatures(), StoryFeatures.class);
        writeDayByDay(run, topics.storyFeatures(), day -> placed(features.get(day), day));

        try (StreamsApplication application = run.started()) {
            // Behind the start, which would ask for the raw articles that these go back to.
            List<Analysed> articles = source.read(past.analysed(), Analysed.class);
            writeDayByDay(run, topics.analysed(), day -> placed(articles.get(day), day));
            await().until(() -> days(run.records(topics.analysed())).get(0) <= KEPT_DAYS);
            await().until(() -> days(run.records(topics.storyFeatures())).get(0) <= KEPT_DAYS);

            assertThat(run.records(topics.enriched())).hasSize(DAYS + 1);
            assertThat(days(run.records(topics.analysed()))).isEqualTo(lastDays());
            assertThat(days(run.records(topics.storyFeatures())))
                    .startsWith(lastDays().toArray(Long[]::new));
            assertThat(application.readiness().isReady()).isTrue();
        }
    }

    private static void publish(StreamsRun run) throws Exception {
        try (StreamsApplication application = run.started()) {
            assertThat(application.failureMessage()).isEmpty();
            Random random = new Random(20210929);
            for (int day = DAYS; day >= 0; day--) {
                run.publish("test/" + day + ".txt", text(random).getBytes(UTF_8));
            }
            run.awaitRecords(run.topics().storyFeatures(), DAYS + 1);
        }
    }

    /** Words that nobody has used before, so that no article is like another. */
    private static String text(Random random) {
        return IntStream.range(0, 80)
                .mapToObj(word -> Long.toString(random.nextLong() >>> 20, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }

    /** As if each article had come to raw on another day. */
    private static <T extends SpecificRecord> void writeDayByDay(StreamsRun run, Topic topic, IntFunction<T> events)
            throws Exception {
        try (Serializer<T> serializer = new AvroSerdes(run.settings().registryConfig()).serializer(topic);
                KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                        run.settings().kafkaConfig(), new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int day = 0; day <= DAYS; day++) {
                byte[] value = serializer.serialize(topic.name(), events.apply(day));
                long time = timeOf(day).toEpochMilli();
                producer.send(new ProducerRecord<>(topic.name(), 0, time, new byte[] {1}, value))
                        .get();
            }
        }
    }

    private static Instant timeOf(int day) {
        return LAST.minus(Duration.ofDays(DAYS - day));
    }

    private static Analysed placed(Analysed article, int day) {
        return Analysed.newBuilder(article)
                .setSourcePartition(0)
                .setSourceOffset(day)
                .setSourceTimestamp(timeOf(day))
                .build();
    }

    private static StoryFeatures placed(StoryFeatures features, int day) {
        return StoryFeatures.newBuilder(features)
                .setSourcePartition(0)
                .setSourceOffset(day)
                .setSourceTimestamp(timeOf(day))
                .build();
    }

    private static List<Long> days(List<ConsumerRecord<byte[], byte[]>> records) {
        return records.stream()
                .map(record -> Duration.between(Instant.ofEpochMilli(record.timestamp()), LAST)
                        .toDays())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Long> lastDays() {
        return IntStream.rangeClosed(0, KEPT_DAYS)
                .mapToObj(day -> (long) KEPT_DAYS - day)
                .toList();
    }
}
