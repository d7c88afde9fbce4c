package dev.tidings.app.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.TopicSettings;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.deadletter.DeadLetters;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Topics that somebody made with a cluster's defaults take less than the largest event. */
@ExtendWith(LocalStackExtension.class)
class TopicLimitIT {

    private static final String DEFAULT_OF_CLUSTERS = "1048588";
    private static final int LARGE = 3 * 1024 * 1024;

    @TempDir
    private Path data;

    @Test
    void whatDoesNotFitBecomesADeadLetterAndTheNextArticleGoesThrough(LocalStack stack, Topics topics)
            throws Exception {
        StreamsRun run = StreamsRun.on(stack, topics, data);
        try (TopicAdmin broker = new TopicAdmin(run.settings())) {
            broker.ensureTopics(topics);
            List.of(topics.analysed(), topics.enriched(), topics.deadLetters())
                    .forEach(topic -> TopicSettings.alter(broker, topic, "max.message.bytes", DEFAULT_OF_CLUSTERS));
        }
        try (StreamsApplication application = run.started()) {
            byte[] large = textThatDoesNotShrink();
            run.publish("test/large.txt", large);
            run.publish("test/small.txt", KnownArticles.text(1));
            run.awaitRecords(topics.enriched(), 1);
            run.awaitRecords(topics.deadLetters(), 1);
            assertThat(application.failureMessage()).isEmpty();
        }
        assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
            assertThat(letter.getUri()).isEqualTo("test/large.txt");
            assertThat(letter.getReason()).isEqualTo("too_large");
            assertThat(letter.getErrorMessage()).contains("raise max.message.bytes");
            assertThat(letter.getLength()).isGreaterThan(LARGE);
            assertThat(letter.getValue().orElseThrow().remaining()).isEqualTo(DeadLetters.HEAD_BYTES);
        });
    }

    private static byte[] textThatDoesNotShrink() {
        return new Random(5)
                .ints(LARGE, 0x4E00, 0x9FA5)
                .limit(LARGE / 3)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }
}
