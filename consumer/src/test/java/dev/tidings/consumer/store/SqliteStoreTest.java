package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.article;
import static dev.tidings.consumer.store.TestEvents.decoder;
import static dev.tidings.consumer.store.TestEvents.id;
import static dev.tidings.consumer.store.TestEvents.news;
import static dev.tidings.consumer.store.TestEvents.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.subscribe.FencedException;
import dev.tidings.schemas.EnrichedArticle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {

    @TempDir
    Path folder;

    private Path file;
    private SqliteStore store;

    @BeforeEach
    void openStore() {
        file = folder.resolve("tidings.db");
        store = SqliteStore.open(file, IDENTITY);
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void knowsNoOffsetBeforeTheFirstBatch() {
        assertThat(store.open(Set.of(ENRICHED))).isEmpty();
    }

    @Test
    void keepsRowsAndTheOffsetToGoOnFromTogether() {
        store.write(ENRICHED, Sink.NOTHING_STORED, news(0, 4), 5);

        assertThat(store.open(Set.of(ENRICHED))).containsExactly(Map.entry(ENRICHED, 5L));
        assertThat(counts().articles()).isEqualTo(4);
    }

    @Test
    void returnsEveryFieldOfAnEventAndTheDesksWord() {
        EnrichedArticle article = article(0, 1).setFlags(List.of("late")).build();
        store.write(ENRICHED, Sink.NOTHING_STORED, List.of(decoder().decode(record(7, article, "NEW"))), 8);

        assertThat(revisions(0))
                .containsExactly(new StoredArticle(
                        article,
                        new StoredVerdict(
                                "NEW", id(0), 7, java.util.Optional.of(TestEvents.NEAREST_MISS), List.of("late")),
                        true));
    }

    @Test
    void refusesABatchThatIsStoredAlready() {
        store.write(ENRICHED, Sink.NOTHING_STORED, news(0, 4), 4);

        assertThatThrownBy(() -> store.write(ENRICHED, Sink.NOTHING_STORED, news(0, 4), 4))
                .isInstanceOf(FencedException.class);
        assertThat(counts().revisions()).isEqualTo(4);
    }

    @Test
    void refusesToBeginAgainWhereNothingWasStored() {
        assertThatThrownBy(() -> store.write(ENRICHED, 4, news(4, 5), 5)).isInstanceOf(FencedException.class);
        assertThat(counts().revisions()).isZero();
    }

    @Test
    void theSameEventsUnderAnotherSinkReplaceThemselves() {
        store.write(ENRICHED, Sink.NOTHING_STORED, news(0, 4), 4);
        try (SqliteStore other = SqliteStore.open(file, new SinkIdentity("other", "cluster-a", Map.of()))) {
            other.write(ENRICHED, Sink.NOTHING_STORED, news(0, 4), 4);
        }

        assertThat(counts().revisions()).isEqualTo(4);
    }

    @Test
    void aRefusedEventLeavesNothingOfItsBatch() {
        List<SinkRecord> batch = new ArrayList<>(news(0, 3));
        batch.add(decoder().decode(record(3, article(3, 0).build(), "NEW")));

        assertThatThrownBy(() -> store.write(ENRICHED, Sink.NOTHING_STORED, batch, 4))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("revision");
        assertThat(counts().revisions()).isZero();
        assertThat(store.open(Set.of(ENRICHED))).isEmpty();
    }

    @Test
    void theNewestRevisionIsCurrent() {
        write(0, record(0, article(0, 1).build(), "NEW"));
        write(1, record(1, article(0, 2).build(), "REVISION"));

        assertThat(revisions(0)).extracting(StoredArticle::current).containsExactly(false, true);
    }

    @Test
    void aLateLowerRevisionIsKeptAndNeverBecomesCurrent() {
        write(0, record(0, article(0, 3).build(), "NEW"));
        write(1, record(1, article(0, 2).build(), "REVISION"));

        assertThat(revisions(0))
                .extracting(revision -> revision.event().getRevision())
                .containsExactly(3L, 2L);
        assertThat(current())
                .extracting(article -> article.event().getRevision())
                .containsExactly(3L);
    }

    @Test
    void ofTwoContentsOfOneRevisionTheOneDecidedLastIsCurrent() {
        write(0, record(0, article(0, 1).setSourceOffset(8).build(), "NEW"));
        write(1, record(1, article(0, 1).setSourceOffset(5).build(), "REVISION"));

        assertThat(current())
                .extracting(article -> article.event().getSourceOffset())
                .containsExactly(5L);
        assertThat(counts().revisions()).isEqualTo(2);
    }

    @Test
    void anEventWithoutTheDesksHeadersIsKeptAsUnknown() {
        var bare = record(0, article(0, 1).build(), "NEW");
        for (var header : bare.headers().toArray()) {
            bare.headers().remove(header.key());
        }
        write(0, bare);

        assertThat(current())
                .extracting(StoredArticle::verdict)
                .containsExactly(new StoredVerdict("UNKNOWN", "", -1, java.util.Optional.empty(), List.of()));
    }

    @Test
    void refusesTheOffsetsOfAnotherCluster() {
        write(0, record(0, article(0, 1).build(), "NEW"));
        try (SqliteStore elsewhere =
                SqliteStore.open(file, new SinkIdentity("sink", "cluster-b", IDENTITY.topicIds()))) {
            assertThatThrownBy(() -> elsewhere.open(Set.of(ENRICHED)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("cluster-a", "cluster-b", "--store");
        }
    }

    @Test
    void refusesTheOffsetsOfATopicThatWasMadeAnew() {
        write(0, record(0, article(0, 1).build(), "NEW"));
        try (SqliteStore later =
                SqliteStore.open(file, new SinkIdentity("sink", "cluster-a", Map.of(ENRICHED.topic(), "topic-9")))) {
            assertThatThrownBy(() -> later.open(Set.of(ENRICHED)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("tidings.enriched", "made anew", "--name");
        }
    }

    private void write(long offset, org.apache.kafka.clients.consumer.ConsumerRecord<byte[], byte[]> record) {
        long expected = offset == 0 ? Sink.NOTHING_STORED : offset;
        store.write(ENRICHED, expected, List.of(decoder().decode(record)), offset + 1);
    }

    private List<StoredArticle> revisions(long number) {
        try (ArticleStore reader = ArticleStore.open(file)) {
            return reader.find(id(number)).orElseThrow().revisions();
        }
    }

    private List<StoredArticle> current() {
        try (ArticleStore reader = ArticleStore.open(file)) {
            return reader.list(ArticleQuery.newest(10));
        }
    }

    private StoreCounts counts() {
        try (ArticleStore reader = ArticleStore.open(file)) {
            return reader.counts();
        }
    }
}
