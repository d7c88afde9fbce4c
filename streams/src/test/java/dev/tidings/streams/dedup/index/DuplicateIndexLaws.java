package dev.tidings.streams.dedup.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.match.Articles;
import dev.tidings.streams.dedup.sketch.Sketch;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every index of the deduplication stage does, wherever it keeps its tables. */
public abstract class DuplicateIndexLaws {

    private static final UUID ARTICLE = Articles.id("article");
    private static final UUID OTHER = Articles.id("other");
    private static final BlockingKey KEY = BlockingKey.shingle(7);

    /** Returns an index over the same tables each time; they are empty before each test. */
    protected abstract DuplicateIndex index();

    @Test
    void anEmptyIndexKnowsNothing() {
        assertThat(index().holder(new SourcePosition(0, 1))).isEmpty();
        assertThat(index().held(KEY)).isEmpty();
        assertThat(index().revisions(ARTICLE)).isEmpty();
        assertThat(index().due(Window.NEAR, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(index().progress()).isEqualTo(DedupProgress.none());
    }

    @Test
    void anArticleIsKeptUnderItsReferenceUntilItIsRemoved() {
        DuplicateIndex index = index();
        IndexedArticle first = holder(0, 1, "first");
        IndexedArticle second = holder(0, 2, "second");
        index.put(first);
        index.put(second);
        assertThat(index.holder(first.sourcePosition()))
                .get()
                .satisfies(found -> assertThat(text(found)).isEqualTo(text(first)));
        index.put(second.withoutText());
        assertThat(index.holder(second.sourcePosition())).contains(second.withoutText());
        index.removeHolder(first.sourcePosition());
        index.removeHolder(first.sourcePosition());
        assertThat(index.holder(first.sourcePosition())).isEmpty();
        assertThat(index.holder(second.sourcePosition())).isPresent();
    }

    @Test
    void theListOfAKeyIsReplacedInItsOrderAndAnEmptyOneIsNone() {
        DuplicateIndex index = index();
        List<Posting> posting =
                List.of(new Posting(new SourcePosition(1, 9), 20), new Posting(new SourcePosition(0, 3), 30));
        index.put(KEY, posting);
        assertThat(index.held(KEY)).isEqualTo(posting);
        assertThat(index.held(BlockingKey.url(7))).as("kinds of keys are apart").isEmpty();
        index.put(KEY, posting.subList(1, 2));
        assertThat(index.held(KEY)).isEqualTo(posting.subList(1, 2));
        index.put(KEY, List.of());
        assertThat(index.held(KEY)).isEmpty();
    }

    @Test
    void aListThatIsChangedLaterIsKeptAsItWasPut() {
        List<Posting> posting = new ArrayList<>(List.of(new Posting(new SourcePosition(1, 9), 20)));
        DuplicateIndex index = index();
        index.put(KEY, posting);
        posting.clear();
        assertThat(index.held(KEY)).hasSize(1);
    }

    @Test
    void revisionsOfAnArticleAreReplacedAndRemoved() {
        DuplicateIndex index = index();
        ArticleRevisions one = revisions(1);
        index.put(ARTICLE, one);
        index.put(OTHER, revisions(5));
        assertThat(index.revisions(ARTICLE)).contains(one);
        ArticleRevisions two = one.plus(revisions(2).current());
        index.put(ARTICLE, two);
        assertThat(index.revisions(ARTICLE)).contains(two);
        index.removeRevisions(ARTICLE);
        index.removeRevisions(ARTICLE);
        assertThat(index.revisions(ARTICLE)).isEmpty();
        assertThat(index.revisions(OTHER)).isPresent();
    }

    @Test
    void whatIsDueComesByDayThenReferenceOfItsWindowAloneAndNotOfTheDayItself() {
        DuplicateIndex index = index();
        Expiry late = new Expiry(Window.NEAR, 19_700, new SourcePosition(0, 1));
        Expiry early = new Expiry(Window.NEAR, 18_000, new SourcePosition(3, 70_000_000_000L));
        Expiry earlyToo = new Expiry(Window.NEAR, 18_000, new SourcePosition(2, 5));
        Expiry exact = new Expiry(Window.EXACT, 17_000, new SourcePosition(0, 1));
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
        DuplicateIndex index = index();
        DedupProgress progress = new DedupProgress(12, Watermark.unset().after(3, 1_700_000_000_000L));
        index.put(progress);
        assertThat(index.progress()).isEqualTo(progress);
        index.put(DedupProgress.none());
        assertThat(index.progress()).isEqualTo(DedupProgress.none());
    }

    @Test
    void anotherIndexOverTheSameTablesKnowsWhatTheFirstDid() {
        DuplicateIndex first = index();
        IndexedArticle indexedArticle = holder(0, 1, "first");
        first.put(indexedArticle.withoutText());
        first.put(KEY, List.of(new Posting(indexedArticle.sourcePosition(), indexedArticle.time())));
        first.put(ARTICLE, revisions(1));
        first.schedule(Expiry.of(Window.NEAR, indexedArticle.time(), indexedArticle.sourcePosition()));
        first.put(new DedupProgress(1, Watermark.unset()));
        DuplicateIndex second = index();
        assertThat(second.holder(indexedArticle.sourcePosition())).contains(indexedArticle.withoutText());
        assertThat(second.held(KEY)).hasSize(1);
        assertThat(second.revisions(ARTICLE)).contains(revisions(1));
        assertThat(second.due(Window.NEAR, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(second.progress().decisions()).isEqualTo(1);
    }

    @Test
    void manyTouchedInTurnAreEachAsLastPut() {
        DuplicateIndex index = index();
        for (int round = 0; round < 3; round++) {
            for (int key = 0; key < 300; key++) {
                index.put(BlockingKey.shingle(key), List.of(new Posting(new SourcePosition(round, key), round)));
            }
        }
        for (int key = 0; key < 300; key++) {
            assertThat(index.held(BlockingKey.shingle(key)))
                    .containsExactly(new Posting(new SourcePosition(2, key), 2));
        }
    }

    private static IndexedArticle holder(int partition, long offset, String name) {
        Sketch sketch = Articles.sketch("The rain in " + name + " fell on the hills for the whole of a long day.");
        return new IndexedArticle(
                new SourcePosition(partition, offset),
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
    private static List<Object> text(IndexedArticle indexedArticle) {
        byte[] bytes = indexedArticle.shingles().orElseThrow().toBytes();
        return List.of(indexedArticle.withoutText(), indexedArticle.keys(), ByteBuffer.wrap(bytes));
    }

    private static ArticleRevisions revisions(long revision) {
        return new ArticleRevisions(List.of(new ArticleRevisions.Seen(
                revision, "ab".repeat(32), new SourcePosition(0, revision), 1_700_000_000_000L, OTHER)));
    }
}
