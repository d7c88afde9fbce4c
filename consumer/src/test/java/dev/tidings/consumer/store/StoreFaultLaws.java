package dev.tidings.consumer.store;

import static dev.tidings.consumer.store.TestEvents.ENRICHED;
import static dev.tidings.consumer.store.TestEvents.IDENTITY;
import static dev.tidings.consumer.store.TestEvents.news;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.failure.RetryLaterException;
import dev.tidings.consumer.subscribe.internal.FencedException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a store while it is written: the writer says what is wrong, and goes on when that is mended. */
public abstract class StoreFaultLaws extends StoreLaws {

    /** More than a store keeps in memory. */
    private static final int MANY = 1_000;

    private StoreWriter store;

    /** Undoes something. */
    protected interface Undo extends AutoCloseable {
        @Override
        void close() throws IOException, SQLException;
    }

    /** Holds the lock that a writer needs until the answer is closed. */
    protected abstract Undo lockStore() throws Exception;

    /** Removes the store as somebody does who does not know that it is in use. */
    protected abstract void removeStore() throws Exception;

    /** Makes a copy of the store; the answer puts it in the place of the store. */
    protected abstract Undo copyStore() throws Exception;

    /** Makes what the store has written unreadable. */
    protected abstract void damageStore() throws Exception;

    /** Fails when the store says of itself that it is damaged. */
    protected abstract void assertIntact() throws Exception;

    @BeforeEach
    void openStore() {
        store = openWriter();
        store.findOffsets(Set.of(ENRICHED));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void itsIdStaysTheSameForAsLongAsItLives() {
        String id = store.storeId();
        try (StoreWriter again = openWriter()) {
            assertThat(id).isNotBlank().isEqualTo(again.storeId());
            assertThat(store.storePlace()).isNotBlank().isEqualTo(again.storePlace());
        }
    }

    @Test
    void aLockIsToldAndTheSameBatchIsStoredWhenItIsGone() throws Exception {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        try (Undo lock = lockStore()) {
            assertThat(lock).isNotNull();
            assertWaits(() -> store.writeBatch(ENRICHED, 4, news(4, 8), 8), "is locked by another process");
            assertWaits(() -> store.writeBatch(ENRICHED, 4, news(4, 8), 8), "is locked by another process");
        }

        store.writeBatch(ENRICHED, 4, news(4, 8), 8);

        assertThat(countAll().revisions()).isEqualTo(8);
    }

    @Test
    void whatWasRemovedIsMadeAnewAndFilledFromTheBeginning() throws Exception {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        String former = store.storeId();
        removeStore();

        assertFencedEverywhere(store::checkStore);
        assertThat(store.findOffsets(Set.of(ENRICHED))).isEmpty();
        assertThat(store.storeId()).isNotBlank().isNotEqualTo(former);
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);

        assertThat(countAll().revisions()).isEqualTo(4);
        assertIntact();
    }

    @Test
    void theNextBatchAfterTheRemovalIsNotLost() throws Exception {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        removeStore();

        assertFencedEverywhere(() -> store.writeBatch(ENRICHED, 4, news(4, 8), 8));
        assertThat(store.findOffsets(Set.of(ENRICHED))).isEmpty();
    }

    @Test
    void whatWasPutBackFromACopyGoesOnFromWhereTheCopyStands() throws Exception {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);
        try (Undo putBack = copyStore()) {
            store.writeBatch(ENRICHED, 4, news(4, 600), 600);
            assertThat(putBack).isNotNull();
        }

        assertThatThrownBy(() -> store.writeBatch(ENRICHED, 600, news(600, 604), 604))
                .isInstanceOf(FencedException.class);
        assertThat(store.findOffsets(Set.of(ENRICHED))).containsEntry(ENRICHED, 4L);
        store.writeBatch(ENRICHED, 4, news(4, 604), 604);

        assertThat(countAll().revisions()).isEqualTo(604);
        assertIntact();
    }

    @Test
    void damageIsToldWithItsFixAndWhatTakesThePlaceIsFilledFromTheBeginning() throws Exception {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, MANY), MANY);
        damageStore();

        assertWaits(() -> store.writeBatch(ENRICHED, MANY, news(MANY, MANY + 600), MANY + 600), "move it away");
        assertWaits(store::checkStore, "move it away");

        removeStore();
        assertFencedEverywhere(store::checkStore);
        assertThat(store.findOffsets(Set.of(ENRICHED))).isEmpty();
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 8), 8);
        assertThat(countAll().revisions()).isEqualTo(8);
    }

    @Test
    void aStoreThatIsDamagedWhenItIsOpenedNamesTheFix() throws Exception {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, MANY), MANY);
        store.close();
        damageStore();

        assertThatThrownBy(() -> Stores.openWriter(url(), IDENTITY).close())
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("move it away")
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
    }

    @Test
    void aStoreThatIsWellIsLeftAlone() {
        store.writeBatch(ENRICHED, StoreWriter.NOTHING_STORED, news(0, 4), 4);

        assertThatCode(store::checkStore).doesNotThrowAnyException();
        store.writeBatch(ENRICHED, 4, List.of(), 5);
        assertThat(store.findOffsets(Set.of(ENRICHED))).containsEntry(ENRICHED, 5L);
    }

    private static void assertFencedEverywhere(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FencedException.class,
                        fenced -> assertThat(fenced.isAboutAll()).isTrue());
    }

    private void assertWaits(ThrowingCallable call, String cause) {
        assertThatThrownBy(call)
                .isInstanceOf(RetryLaterException.class)
                .hasMessageContaining(cause)
                .hasMessageContaining(url().location())
                .satisfies(told -> assertThat(told.getMessage().lines()).hasSize(1));
    }
}
