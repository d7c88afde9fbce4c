package dev.tidings.streams.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.duplicate.Windows.Window;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every index of the deduplication stage does, wherever it keeps its tables. */
public abstract class DuplicateIndexLaws {

    private static final UUID ARTICLE = Articles.id("article");
    private static final UUID OTHER = Articles.id("other");
    private static final LookupKey KEY = LookupKey.shingle(7);

    /** Returns an index over the same tables each time; they are empty before each test. */
    protected abstract Holders index();

    @Test
    void anEmptyIndexKnowsNothing() {
        assertThat(index().holder(new Reference(0, 1))).isEmpty();
        assertThat(index().held(KEY)).isEmpty();
        assertThat(index().revisions(ARTICLE)).isEmpty();
        assertThat(index().due(Window.NEAR, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(index().progress()).isEqualTo(DeskProgress.none());
    }

    @Test
    void anArticleIsKeptUnderItsReferenceUntilItIsRemoved() {
        Holders index = index();
        Holder first = holder(0, 1, "first");
        Holder second = holder(0, 2, "second");
        index.put(first);
        index.put(second);
        assertThat(index.holder(first.reference()))
                .get()
                .satisfies(found -> assertThat(text(found)).isEqualTo(text(first)));
        index.put(second.withoutText());
        assertThat(index.holder(second.reference())).contains(second.withoutText());
        index.removeHolder(first.reference());
        index.removeHolder(first.reference());
        assertThat(index.holder(first.reference())).isEmpty();
        assertThat(index.holder(second.reference())).isPresent();
    }

    @Test
    void theListOfAKeyIsReplacedInItsOrderAndAnEmptyOneIsNone() {
        Holders index = index();
        List<Held> held = List.of(new Held(new Reference(1, 9), 20), new Held(new Reference(0, 3), 30));
        index.put(KEY, held);
        assertThat(index.held(KEY)).isEqualTo(held);
        assertThat(index.held(LookupKey.url(7))).as("kinds of keys are apart").isEmpty();
        index.put(KEY, held.subList(1, 2));
        assertThat(index.held(KEY)).isEqualTo(held.subList(1, 2));
        index.put(KEY, List.of());
        assertThat(index.held(KEY)).isEmpty();
    }

    @Test
    void aListThatIsChangedLaterIsKeptAsItWasPut() {
        List<Held> held = new ArrayList<>(List.of(new Held(new Reference(1, 9), 20)));
        Holders index = index();
        index.put(KEY, held);
        held.clear();
        assertThat(index.held(KEY)).hasSize(1);
    }

    @Test
    void revisionsOfAnArticleAreReplacedAndRemoved() {
        Holders index = index();
        Revisions one = revisions(1);
        index.put(ARTICLE, one);
        index.put(OTHER, revisions(5));
        assertThat(index.revisions(ARTICLE)).contains(one);
        Revisions two = one.plus(revisions(2).current());
        index.put(ARTICLE, two);
        assertThat(index.revisions(ARTICLE)).contains(two);
        index.removeRevisions(ARTICLE);
        index.removeRevisions(ARTICLE);
        assertThat(index.revisions(ARTICLE)).isEmpty();
        assertThat(index.revisions(OTHER)).isPresent();
    }

    @Test
    void whatIsDueComesByDayThenReferenceOfItsWindowAloneAndNotOfTheDayItself() {
        Holders index = index();
        Due late = new Due(Window.NEAR, 19_700, new Reference(0, 1));
        Due early = new Due(Window.NEAR, 18_000, new Reference(3, 70_000_000_000L));
        Due earlyToo = new Due(Window.NEAR, 18_000, new Reference(2, 5));
        Due exact = new Due(Window.EXACT, 17_000, new Reference(0, 1));
        List.of(late, early, earlyToo, exact, early).forEach(index::schedule);
        assertThat(index.due(Window.NEAR, 19_700, 10)).containsExactly(earlyToo, early);
        assertThat(index.due(Window.NEAR, 19_701, 2)).containsExactly(earlyToo, early);
        assertThat(index.due(Window.NEAR, 19_701, 10)).containsExactly(earlyToo, early, late);
        assertThat(index.due(Window.EXACT, 19_701, 10)).containsExactly(exact);
        index.settle(early);
        index.settle(early);
        assertThat(index.due(Window.NEAR, 19_701, 10)).containsExactly(earlyToo, late);
    }

    @Test
    void progressIsReplaced() {
        Holders index = index();
        DeskProgress progress = new DeskProgress(12, DeskClock.unset().after(3, 1_700_000_000_000L));
        index.put(progress);
        assertThat(index.progress()).isEqualTo(progress);
        index.put(DeskProgress.none());
        assertThat(index.progress()).isEqualTo(DeskProgress.none());
    }

    @Test
    void anotherIndexOverTheSameTablesKnowsWhatTheFirstDid() {
        Holders first = index();
        Holder holder = holder(0, 1, "first");
        first.put(holder.withoutText());
        first.put(KEY, List.of(new Held(holder.reference(), holder.time())));
        first.put(ARTICLE, revisions(1));
        first.schedule(Due.of(Window.NEAR, holder.time(), holder.reference()));
        first.put(new DeskProgress(1, DeskClock.unset()));
        Holders second = index();
        assertThat(second.holder(holder.reference())).contains(holder.withoutText());
        assertThat(second.held(KEY)).hasSize(1);
        assertThat(second.revisions(ARTICLE)).contains(revisions(1));
        assertThat(second.due(Window.NEAR, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(second.progress().decisions()).isEqualTo(1);
    }

    @Test
    void manyTouchedInTurnAreEachAsLastPut() {
        Holders index = index();
        for (int round = 0; round < 3; round++) {
            for (int key = 0; key < 300; key++) {
                index.put(LookupKey.shingle(key), List.of(new Held(new Reference(round, key), round)));
            }
        }
        for (int key = 0; key < 300; key++) {
            assertThat(index.held(LookupKey.shingle(key))).containsExactly(new Held(new Reference(2, key), 2));
        }
    }

    private static Holder holder(int partition, long offset, String name) {
        Sketch sketch = Articles.sketch("The rain in " + name + " fell on the hills for the whole of a long day.");
        return new Holder(
                new Reference(partition, offset),
                1_700_000_000_000L + offset,
                Articles.id(name),
                1,
                Articles.id("cluster"),
                sketch.exact(),
                sketch.urlKey(),
                sketch.keys(),
                sketch.shingles());
    }

    /** A sketch has no equality of its own. */
    private static List<Object> text(Holder holder) {
        byte[] bytes = holder.shingles().orElseThrow().toBytes();
        return List.of(holder.withoutText(), holder.keys(), ByteBuffer.wrap(bytes));
    }

    private static Revisions revisions(long revision) {
        return new Revisions(List.of(
                new Revisions.Seen(revision, "ab".repeat(32), new Reference(0, revision), 1_700_000_000_000L, OTHER)));
    }
}
