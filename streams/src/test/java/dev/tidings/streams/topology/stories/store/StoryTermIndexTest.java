package dev.tidings.streams.topology.stories.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.index.StoryArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoryTermIndexTest {

    private static final EventFeatures NOTHING =
            new EventFeatures("en", "Latn", 400, List.of(), List.of(), List.of(), List.of(), List.of());
    private static final long TERM = 7;

    private final SplittableRandom random = new SplittableRandom(29);
    private final KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("postings"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

    @BeforeEach
    void open() {
        store.init(new MockProcessorContext<Void, Void>(new Properties()).getStateStoreContext(), store);
    }

    @Test
    void whatItKeepsAtHandIsWhatTheStoreHolds() {
        StoryTermIndex index = new StoryTermIndex(store);
        List<StoryArticle> added = new ArrayList<>();
        for (int step = 0; step < 1_000; step++) {
            if (added.size() > 40 && random.nextInt(3) == 0) {
                index.remove(TERM, added.remove(random.nextInt(added.size())));
            } else {
                StoryArticle article = article(random.nextInt(60));
                index.add(TERM, article);
                added.add(article);
            }
            int most = 1 + random.nextInt(100);

            assertThat(index.newestIds(TERM, most)).isEqualTo(new StoryTermIndex(store).newestIds(TERM, most));
        }
        assertThat(added).hasSizeGreaterThan(100);
    }

    @Test
    void theNewestComeFirstAndEquallyNewOnesByTheirIds() {
        StoryTermIndex index = new StoryTermIndex(store);
        assertThat(index.newestIds(TERM, 10)).isEmpty();
        StoryArticle old = article(1);
        StoryArticle one = article(2);
        StoryArticle other = article(2);
        List.of(old, one, other).forEach(article -> index.add(TERM, article));

        assertThat(index.newestIds(TERM, 10)).hasSize(3).endsWith(old.id());
        assertThat(index.newestIds(TERM, 2)).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(index.newestIds(TERM + 1, 10)).isEmpty();
    }

    private StoryArticle article(long time) {
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        return new StoryArticle(id, id, time, NOTHING);
    }
}
