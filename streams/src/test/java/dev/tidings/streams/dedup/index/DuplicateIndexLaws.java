package dev.tidings.streams.dedup.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.match.Articles;
import dev.tidings.streams.dedup.match.Deduplicator;
import dev.tidings.streams.dedup.match.Rule;
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
    private static final BlockingKey KEY = BlockingKey.ofShingle(7);

    /** Returns an index over the same tables each time; they are empty before each test. */
    protected abstract DuplicateIndex index();

    @Test
    void anEmptyIndexKnowsNothing() {
        assertThat(index().findArticle(new SourcePosition(0, 1))).isEmpty();
        assertThat(index().findPostings(KEY)).isEmpty();
        assertThat(index().findRevisions(ARTICLE)).isEmpty();
        assertThat(index().findExpiries(Window.NEAR, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(index().progress()).isEqualTo(DedupProgress.none());
    }

    @Test
    void anArticleIsKeptUnderItsReferenceUntilItIsRemoved() {
        DuplicateIndex index = index();
        IndexedArticle first = indexedArticle(0, 1, "first");
        IndexedArticle second = indexedArticle(0, 2, "second");
        index.putArticle(first);
        index.putArticle(second);
        assertThat(index.findArticle(first.sourcePosition()))
                .get()
                .satisfies(found -> assertThat(text(found)).isEqualTo(text(first)));
        index.putArticle(second.withoutText());
        assertThat(index.findArticle(second.sourcePosition())).contains(second.withoutText());
        index.removeArticle(first.sourcePosition());
        index.removeArticle(first.sourcePosition());
        assertThat(index.findArticle(first.sourcePosition())).isEmpty();
        assertThat(index.findArticle(second.sourcePosition())).isPresent();
    }

    @Test
    void theListOfAKeyIsReplacedInItsOrderAndAnEmptyOneIsNone() {
        DuplicateIndex index = index();
        List<Posting> posting =
                List.of(new Posting(new SourcePosition(1, 9), 20), new Posting(new SourcePosition(0, 3), 30));
        index.putPostings(KEY, posting);
        assertThat(index.findPostings(KEY)).isEqualTo(posting);
        assertThat(index.findPostings(BlockingKey.ofUrlKey(7)))
                .as("kinds of keys are apart")
                .isEmpty();
        index.putPostings(KEY, posting.subList(1, 2));
        assertThat(index.findPostings(KEY)).isEqualTo(posting.subList(1, 2));
        index.putPostings(KEY, List.of());
        assertThat(index.findPostings(KEY)).isEmpty();
    }

    @Test
    void aListThatIsChangedLaterIsKeptAsItWasPut() {
        List<Posting> posting = new ArrayList<>(List.of(new Posting(new SourcePosition(1, 9), 20)));
        DuplicateIndex index = index();
        index.putPostings(KEY, posting);
        posting.clear();
        assertThat(index.findPostings(KEY)).hasSize(1);
    }

    @Test
    void revisionsOfAnArticleAreReplacedAndRemoved() {
        DuplicateIndex index = index();
        ArticleRevisions one = revisions(1);
        index.putRevisions(ARTICLE, one);
        index.putRevisions(OTHER, revisions(5));
        assertThat(index.findRevisions(ARTICLE)).contains(one);
        ArticleRevisions two = one.plus(revisions(2).current());
        index.putRevisions(ARTICLE, two);
        assertThat(index.findRevisions(ARTICLE)).contains(two);
        index.removeRevisions(ARTICLE);
        index.removeRevisions(ARTICLE);
        assertThat(index.findRevisions(ARTICLE)).isEmpty();
        assertThat(index.findRevisions(OTHER)).isPresent();
    }

    @Test
    void revisionsThatWereDeadLettersAreOneUntilTheFirstThatIsDecided() {
        DuplicateIndex index = index();
        ArticleRevisions dead = ArticleRevisions.deadLetters(3, new SourcePosition(1, 8), 1_700_000_000_000L);
        index.putRevisions(ARTICLE, dead);
        assertThat(index.findRevisions(ARTICLE)).contains(dead);
        assertThat(index().findRevisions(ARTICLE).orElseThrow().deadLetteredThrough())
                .isEqualTo(3);
        index.putRevisions(ARTICLE, dead.plus(revisions(4).current()));
        assertThat(index.findRevisions(ARTICLE)).contains(revisions(4));
        assertThat(index().findRevisions(ARTICLE).orElseThrow().deadLetteredThrough())
                .isZero();
    }

    @Test
    void deadLettersAreRememberedByTheDeduplicatorUntilTheirWindowHasPassed() {
        Deduplicator deduplicator = new Deduplicator(index(), DedupWindows.DEFAULT);
        deduplicator.noteDeadLetter(new DeadLetteredVersion(new SourcePosition(0, 0), 0, ARTICLE, 1, 0));
        deduplicator.noteDeadLetter(new DeadLetteredVersion(new SourcePosition(0, 1), 0, OTHER, 1, 0));
        assertThat(deduplicator.deduplicateArticle(incoming(2, 0, ARTICLE, 2)).rule())
                .isEqualTo(Rule.AFTER_DEAD_LETTER);
        for (int day = 1; day < 40; day++) {
            deduplicator.deduplicateArticle(incoming(2 + day, day, Articles.id("day " + day), 1));
        }
        assertThat(index().findRevisions(OTHER)).isEmpty();
        assertThat(index().findArticle(new SourcePosition(0, 1))).isEmpty();
        assertThat(index().findExpiries(Window.EXACT, 1, 10)).isEmpty();
        assertThat(new Deduplicator(index(), DedupWindows.DEFAULT)
                        .deduplicateArticle(incoming(99, 40, OTHER, 2))
                        .rule())
                .isEqualTo(Rule.SAME_ID);
    }

    private static IncomingArticle incoming(long offset, long day, UUID articleId, long revision) {
        String text = "Number " + offset + " of what the town has seen on day " + day + ", as the paper says.";
        return new IncomingArticle(
                new SourcePosition(0, offset),
                day * 86_400_000L,
                articleId,
                revision,
                "ab".repeat(32),
                Articles.sketch(text));
    }

    @Test
    void expiriesComeByDayThenPositionOfTheirWindowAloneAndNotOfTheDayItself() {
        DuplicateIndex index = index();
        Expiry late = new Expiry(Window.NEAR, 19_700, new SourcePosition(0, 1));
        Expiry early = new Expiry(Window.NEAR, 18_000, new SourcePosition(3, 70_000_000_000L));
        Expiry earlyToo = new Expiry(Window.NEAR, 18_000, new SourcePosition(2, 5));
        Expiry exact = new Expiry(Window.EXACT, 17_000, new SourcePosition(0, 1));
        List.of(late, early, earlyToo, exact, early).forEach(index::schedule);
        assertThat(index.findExpiries(Window.NEAR, 19_700, 10)).containsExactly(earlyToo, early);
        assertThat(index.findExpiries(Window.NEAR, 19_701, 2)).containsExactly(earlyToo, early);
        assertThat(index.findExpiries(Window.NEAR, 19_701, 10)).containsExactly(earlyToo, early, late);
        assertThat(index.findExpiries(Window.EXACT, 19_701, 10)).containsExactly(exact);
        index.removeExpiry(early);
        index.removeExpiry(early);
        assertThat(index.findExpiries(Window.NEAR, 19_701, 10)).containsExactly(earlyToo, late);
    }

    @Test
    void progressIsReplaced() {
        DuplicateIndex index = index();
        DedupProgress progress = new DedupProgress(12, Watermark.unset().afterRecord(3, 1_700_000_000_000L));
        index.putProgress(progress);
        assertThat(index.progress()).isEqualTo(progress);
        index.putProgress(DedupProgress.none());
        assertThat(index.progress()).isEqualTo(DedupProgress.none());
    }

    @Test
    void anotherIndexOverTheSameTablesKnowsWhatTheFirstDid() {
        DuplicateIndex first = index();
        IndexedArticle indexedArticle = indexedArticle(0, 1, "first");
        first.putArticle(indexedArticle.withoutText());
        first.putPostings(KEY, List.of(new Posting(indexedArticle.sourcePosition(), indexedArticle.time())));
        first.putRevisions(ARTICLE, revisions(1));
        first.schedule(Expiry.of(Window.NEAR, indexedArticle.time(), indexedArticle.sourcePosition()));
        first.putProgress(new DedupProgress(1, Watermark.unset()));
        DuplicateIndex second = index();
        assertThat(second.findArticle(indexedArticle.sourcePosition())).contains(indexedArticle.withoutText());
        assertThat(second.findPostings(KEY)).hasSize(1);
        assertThat(second.findRevisions(ARTICLE)).contains(revisions(1));
        assertThat(second.findExpiries(Window.NEAR, Long.MAX_VALUE, 10)).hasSize(1);
        assertThat(second.progress().decisions()).isEqualTo(1);
    }

    @Test
    void manyTouchedInTurnAreEachAsLastPut() {
        DuplicateIndex index = index();
        for (int round = 0; round < 3; round++) {
            for (int key = 0; key < 300; key++) {
                index.putPostings(
                        BlockingKey.ofShingle(key), List.of(new Posting(new SourcePosition(round, key), round)));
            }
        }
        for (int key = 0; key < 300; key++) {
            assertThat(index.findPostings(BlockingKey.ofShingle(key)))
                    .containsExactly(new Posting(new SourcePosition(2, key), 2));
        }
    }

    private static IndexedArticle indexedArticle(int partition, long offset, String name) {
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
