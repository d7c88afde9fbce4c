package dev.tidings.streams.topology.stories;

import static dev.tidings.streams.topology.StoriesRun.START;
import static dev.tidings.streams.topology.StoriesRun.TOPICS;
import static dev.tidings.streams.topology.StoriesRun.uris;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.group.Events;
import dev.tidings.streams.topology.ReplayRange;
import dev.tidings.streams.topology.StoriesRun;
import dev.tidings.streams.topology.stories.store.StoryStores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the story stage keeps in its stores: the same again, whether or not it is written. */
class StoryStoresTest {

    @TempDir
    private Path folder;

    private StoriesRun stories;

    @BeforeEach
    void start() {
        stories = new StoriesRun(folder.resolve("state"));
    }

    @AfterEach
    void stop() {
        stories.close();
    }

    @Test
    void twoRunsOfOneLogAreEqualByteForByte() {
        List<String> first = run(stories);
        try (StoriesRun again = new StoriesRun(folder.resolve("again"))) {
            assertThat(run(again)).isEqualTo(first).hasSizeGreaterThan(150);
        }
    }

    @Test
    void whatOnlyWarmsTheStateIsGroupedButNothingOfItIsWritten() {
        ReplayRange fromTheSecond = new ReplayRange() {
            @Override
            public boolean includesSource(int partition, long offset) {
                return true;
            }

            @Override
            public boolean writesOutput(int partition, long offset) {
                return offset >= 1;
            }
        };
        try (StoriesRun part = new StoriesRun(folder.resolve("part"), fromTheSecond)) {
            part.send(part.article("warm", Events.of(1, 1)));
            assertThat(part.states()).isEmpty();
            part.send(part.article("new", Events.of(2, 1)));

            assertThat(part.states())
                    .singleElement()
                    .satisfies(story -> assertThat(uris(story)).containsExactly("test/warm", "test/new"));
        }
    }

    @Test
    void sizesOfTheStoresAreMetrics() {
        for (int event = 0; event < 20; event++) {
            stories.send(stories.article("a" + event, Events.of(event, event)));
        }

        assertThat(stories.metric("estimate-num-keys", StoryStores.ARTICLES)).isGreaterThanOrEqualTo(20);
    }

    /** Stories of several members, merges, revisions, late ones, and time that passes. */
    private static List<String> run(StoriesRun stories) {
        for (int number = 0; number < 160; number++) {
            int event = number % 23;
            var features = number % 37 == 5 ? Events.of(number, event, event + 1) : Events.of(number, event);
            stories.send(stories.article("n" + number % 140, features)
                    .setRevision(1 + number / 140)
                    .setSourceTimestamp(START.plus(Duration.ofHours(number * 2L - number % 7))));
        }
        List<String> lines = new ArrayList<>();
        stories.output(TOPICS.stories()).forEach(record -> lines.add(printed(record)));
        stories.output(TOPICS.relations()).forEach(record -> lines.add(printed(record)));
        return lines;
    }

    private static String printed(TestRecord<byte[], byte[]> record) {
        HexFormat hex = HexFormat.of();
        return hex.formatHex(record.key()) + " " + hex.formatHex(record.value()) + " " + record.timestamp();
    }
}
