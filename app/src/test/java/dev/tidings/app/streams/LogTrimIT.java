package dev.tidings.app.streams;

import static dev.tidings.app.stack.Patience.await;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        source.takeTimesOfProducers();
        run.takeTimesOfProducers();
        publishDayByDay(source);
        process(source);
        run.copyFrom(source, Topics::raw);
        run.copyFrom(source, Topics::analysed);
        run.copyFrom(source, Topics::storyFeatures);

        try (StreamsApplication application = run.started()) {
            assertThat(run.awaitRecords(topics.enriched(), DAYS + 1)).hasSize(DAYS + 1);
            await().until(() -> daysIn(run, topics.analysed()), days -> days.get(0) <= KEPT_DAYS);
            await().until(() -> daysIn(run, topics.storyFeatures()), days -> days.get(0) <= KEPT_DAYS);

            assertThat(daysIn(run, topics.analysed())).isEqualTo(days(KEPT_DAYS));
            // Deduplication adds its own behind those that were copied.
            assertThat(daysIn(run, topics.storyFeatures()))
                    .startsWith(days(KEPT_DAYS).toArray(Long[]::new));
            assertThat(application.readiness().isReady()).isTrue();
        }
    }

    private static void process(StreamsRun run) {
        try (StreamsApplication application = run.started()) {
            run.awaitRecords(run.topics().storyFeatures(), DAYS + 1);
            assertThat(application.failureMessage()).isEmpty();
        }
    }

    private static void publishDayByDay(StreamsRun run) throws Exception {
        Random random = new Random(20210929);
        for (long day : days(DAYS)) {
            run.publishAt(
                    LAST.minus(Duration.ofDays(day)),
                    "test/" + day + ".txt",
                    text(random).getBytes(UTF_8));
        }
    }

    /** Words that nobody has used before, so that no article is like another. */
    private static String text(Random random) {
        return IntStream.range(0, 80)
                .mapToObj(word -> Long.toString(random.nextLong() >>> 20, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
    }

    /** Returns how many days before the last article those of a topic came, by offset. */
    private static List<Long> daysIn(StreamsRun run, Topic topic) {
        return run.records(topic).stream()
                .map(record -> Duration.between(Instant.ofEpochMilli(record.timestamp()), LAST)
                        .toDays())
                .toList();
    }

    private static List<Long> days(int first) {
        return IntStream.rangeClosed(0, first)
                .mapToObj(day -> (long) first - day)
                .toList();
    }
}
