package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.RELATIONS;
import static dev.tidings.consumer.store.TestEvents.TOPICS;
import static dev.tidings.consumer.store.TestEvents.article;
import static dev.tidings.consumer.store.TestEvents.copy;
import static dev.tidings.consumer.store.TestEvents.decoder;
import static dev.tidings.consumer.store.TestEvents.id;
import static dev.tidings.consumer.store.TestEvents.news;
import static dev.tidings.consumer.store.TestEvents.record;
import static dev.tidings.consumer.store.TestEvents.removal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.subscribe.internal.FencedException;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.RecordKeys;
import dev.tidings.schemas.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written: rows and offset together, only by who knows where the store stands, and read again as it came. */
public abstract class StoreWriterLaws extends StoreLaws {

    private StoreWriter store;

    @BeforeEach
    void openStore() {
        store = openWriter();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void knowsNoOffsetBeforeTheFirstBatch() {
        assertThat(store.findOffsets(Set.of(ENRICHED))).isEmpty();
    }

    @Test
    void keepsRowsAndTheOffsetToGoOnFromTogether() {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 5);

        assertThat(store.findOffsets(Set.of(ENRICHED))).containsExactly(Map.entry(ENRICHED, 5L));
        assertThat(countAll().articles()).isEqualTo(4);
    }

    @Test
    void aRemovalTakesTheVersionOfAnArticleThatItsKeyNamesAndNothingElse() {
        List<SinkRecord> batch = new ArrayList<>(news(0, 4));
        batch.add(decoder().decodeRecord(record(4, article(2, 2).build(), "REVISION")));
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, batch, 5);

        store.writeBatch(ENRICHED, 5, List.of(removed(TOPICS.enriched(), 5, RecordKeys.article(id(2), 2))), 6);
        assertThat(countAll().articles()).isEqualTo(4);
        assertThat(countAll().revisions()).isEqualTo(4);

        store.writeBatch(ENRICHED, 6, List.of(removed(TOPICS.enriched(), 6, RecordKeys.article(id(2), 1))), 7);
        assertThat(countAll().articles()).isEqualTo(3);
    }

    @Test
    void aRemovalTakesTheRelationThatItsKeyNamesAndNothingElse() {
        List<SinkRecord> batch = List.of(
                decoder().decodeRecord(record(0, copy(4, 0).build())),
                decoder().decodeRecord(record(1, copy(4, 1).build())));
        store.writeBatch(RELATIONS, StoreWriter.NOTHING_STORED, batch, 2);

        String key = RecordKeys.relation(id(4), 1, id(0), 1);
        store.writeBatch(RELATIONS, 2, List.of(removed(TOPICS.relations(), 2, key)), 3);

        assertThat(countAll().relations()).isEqualTo(1);
    }

    @Test
    void aRemovalOfWhatIsNotThereChangesNothing() {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 1), 1);
        List<SinkRecord> removals = List.of(
                removed(TOPICS.enriched(), 1, RecordKeys.article(id(7), 1)),
                removed(TOPICS.enriched(), 2, "no key of ours"),
                removed(TOPICS.enriched(), 3, "id#no number"));
        store.writeBatch(ENRICHED, 1, removals, 4);

        assertThat(countAll().articles()).isEqualTo(1);
        assertThat(store.findOffsets(Set.of(ENRICHED))).containsExactly(Map.entry(ENRICHED, 4L));
    }

    private static SinkRecord removed(Topic topic, long offset, String key) {
        return decoder().decodeRecord(removal(topic, offset, key));
    }

    @Test
    void returnsEveryFieldOfAnEventAndItsVerdict() {
        EnrichedArticle article = article(0, 1).setFlags(List.of("late")).build();
        store.writeBatch(
                ENRICHED, StoreWriter.NOTHING_STORED, List.of(decoder().decodeRecord(record(7, article, "NEW"))), 8);

        assertThat(revisions(0))
                .containsExactly(new StoredArticle(
                        article,
                        new StoredVerdict("NEW", id(0), 7, Optional.of(TestEvents.NEAREST_MISS), List.of("late")),
                        true));
    }

    @Test
    void refusesABatchThatIsStoredAlready() {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);

        assertThatThrownBy(() -> store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4))
                .isInstanceOf(FencedException.class);
        assertThat(countAll().revisions()).isEqualTo(4);
    }

    @Test
    void refusesToBeginAgainWhereNothingWasStored() {
        assertThatThrownBy(() -> store.writeBatch(ENRICHED, 4, news(4, 5), 5)).isInstanceOf(FencedException.class);
        assertThat(countAll().revisions()).isZero();
    }

    @Test
    void theSameEventsUnderAnotherSinkReplaceThemselves() {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        try (StoreWriter other = openWriter(new SinkIdentity("other", "cluster-a", Map.of()))) {
            other.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        }

        assertThat(countAll().revisions()).isEqualTo(4);
    }

    @Test
    void aRefusedEventLeavesNothingOfItsBatch() {
        List<SinkRecord> batch = new ArrayList<>(news(0, 3));
        batch.add(decoder().decodeRecord(record(3, article(3, 0).build(), "NEW")));

        assertThatThrownBy(() -> store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, batch, 4))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("revision");
        assertThat(countAll().revisions()).isZero();
        assertThat(store.findOffsets(Set.of(ENRICHED))).isEmpty();
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
        assertThat(countAll().revisions()).isEqualTo(2);
    }

    @Test
    void anEventWithoutHeadersIsKeptAsUnknown() {
        var bare = record(0, article(0, 1).build(), "NEW");
        for (var header : bare.headers().toArray()) {
            bare.headers().remove(header.key());
        }
        write(0, bare);

        assertThat(current())
                .extracting(StoredArticle::verdict)
                .containsExactly(new StoredVerdict("UNKNOWN", "", -1, Optional.empty(), List.of()));
    }

    @Test
    void refusesTheOffsetsOfAnotherCluster() {
        write(0, record(0, article(0, 1).build(), "NEW"));
        try (StoreWriter elsewhere = openWriter(new SinkIdentity("sink", "cluster-b", IDENTITY.topicIds()))) {
            assertThatThrownBy(() -> elsewhere.findOffsets(Set.of(ENRICHED)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("cluster-a", "cluster-b", "--store");
        }
    }

    @Test
    void refusesTheOffsetsOfATopicThatWasMadeAnew() {
        write(0, record(0, article(0, 1).build(), "NEW"));
        try (StoreWriter later =
                openWriter(new SinkIdentity("sink", "cluster-a", Map.of(ENRICHED.topic(), "topic-9")))) {
            assertThatThrownBy(() -> later.findOffsets(Set.of(ENRICHED)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll("tidings.enriched", "made anew", "--name");
        }
    }

    private void write(long offset, ConsumerRecord<byte[], byte[]> record) {
        long expected = offset == 0 ? StoreWriter.NOTHING_STORED : offset;
        store.writeBatch(ENRICHED, expected, List.of(decoder().decodeRecord(record)), offset + 1);
    }

    private List<StoredArticle> revisions(long number) {
        try (StoreReader reader = openReader()) {
            return reader.articles().findHistory(id(number)).orElseThrow().revisions();
        }
    }

    private List<StoredArticle> current() {
        try (StoreReader reader = openReader()) {
            return reader.articles().listArticles(ArticleQuery.newest(10));
        }
    }
}
