package dev.tidings.streams.topology.stories.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.schemas.ArticleId;
import dev.tidings.streams.story.feature.EventFeatures;
import dev.tidings.streams.story.group.Events;
import dev.tidings.streams.story.group.StoryDecision;
import dev.tidings.streams.story.group.StoryGrouper;
import dev.tidings.streams.story.index.ArticleDetails;
import dev.tidings.streams.story.index.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** State that is made anew of the stores is the state that wrote them. */
class StoryRestoreTest {

    private static final long START = 1_700_000_000_000L;
    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "en", "it");

    private final Map<String, KeyValueStore<Bytes, byte[]>> stores = new HashMap<>();

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>(new Properties());
        for (String name : StoryStores.storeNames()) {
            KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                            Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                    .withLoggingDisabled()
                    .build();
            store.init(context.getStateStoreContext(), store);
            stores.put(name, store);
        }
    }

    @Test
    void isEqualToWhatWroteThemAndDecidesTheSame() {
        StoryGrouper written = grouper();
        List<String> before = decisions(written, 0, 600);
        assertThat(before).anyMatch(line -> line.contains("MERGED")).anyMatch(line -> line.contains("REVISED"));

        assertThat(stores.get(StoryStores.COPIES).approximateNumEntries()).isPositive();

        StoryGrouper restored = grouper();
        assertThat(restored.index().fingerprint()).isEqualTo(written.index().fingerprint());
        assertThat(restored.index().articleCount()).isEqualTo(written.index().articleCount());

        // Both write into the same stores, which nobody reads before the end.
        assertThat(decisions(restored, 600, 900)).isEqualTo(decisions(written, 600, 900));
        assertThat(restored.index().fingerprint()).isEqualTo(written.index().fingerprint());
    }

    @Test
    void anArticleIsOneRecordAndAnExpiredOneIsOverwritten() {
        StoryGrouper grouper = grouper();
        decisions(grouper, 0, 900);
        assertThat(stores.get(StoryStores.ARTICLES).approximateNumEntries())
                .isBetween(
                        (long) grouper.index().articleCount(), grouper.index().articleCount() + 40L);
    }

    @Test
    void theTimeOfTheStageIsReadWithoutTheIndex() {
        assertThat(KafkaStoryJournal.readClock(stores.get(StoryStores.LABELS))).isEmpty();
        StoryGrouper grouper = grouper();
        decisions(grouper, 0, 50);
        long clock = KafkaStoryJournal.readClock(stores.get(StoryStores.LABELS)).orElseThrow();
        long newest = grouper.index().clock();
        assertThat(clock).isBetween(newest - Duration.ofHours(1).toMillis(), newest);
    }

    private StoryGrouper grouper() {
        return new StoryGrouper(new KafkaStoryJournal(stores::get).openIndex());
    }

    /** Articles of several languages on events that come again, some in later revisions, half an hour apart. */
    private static List<String> decisions(StoryGrouper grouper, int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int number = from; number < to; number++) {
            int event = number % 41;
            String language = LANGUAGES.get(number % LANGUAGES.size());
            EventFeatures features = number % 37 == 5
                    ? Events.in(language, number, event, event + 1)
                    : Events.in(language, number, event);
            if (number % 3 == 0) {
                String source = "carrier " + number % 5;
                String original = ArticleId.of("test/" + (number - 1 - number % 7));
                grouper.addCopy(ArticleId.of("copy/" + number % 200), source, List.of(original));
            }
            StoryDecision decision =
                    grouper.addArticle(details(number, features), features).orElseThrow();
            lines.add(number + " " + decision.story() + " " + decision.change() + " "
                    + decision.article().belonging() + " " + decision.moved().size());
        }
        return lines;
    }

    private static ArticleDetails details(int number, EventFeatures features) {
        int name = number % 23 == 7 ? number - 20 : number;
        return new ArticleDetails(
                ArticleId.of("test/" + name),
                1 + number,
                "test/" + name,
                "source " + number % 3,
                Optional.of("Title " + number),
                features.language(),
                features.script(),
                new Place(0, number, START + number * Duration.ofMinutes(30).toMillis()),
                number);
    }
}
