package dev.tidings.streams.topology.dedup.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.streams.boilerplate.BoilerplateLine;
import dev.tidings.streams.boilerplate.HostBoilerplate;
import dev.tidings.streams.dedup.index.ArticleRevisions;
import dev.tidings.streams.dedup.index.DedupProgress;
import dev.tidings.streams.dedup.index.DedupWindows.Window;
import dev.tidings.streams.dedup.index.Expiry;
import dev.tidings.streams.dedup.index.IndexedArticle;
import dev.tidings.streams.dedup.index.Posting;
import dev.tidings.streams.dedup.index.SourcePosition;
import dev.tidings.streams.dedup.index.Watermark;
import dev.tidings.streams.dedup.sketch.Sketch;
import dev.tidings.streams.dedup.sketch.SketchInput;
import dev.tidings.streams.dedup.sketch.Sketcher;
import dev.tidings.streams.topology.analyse.store.HostBoilerplateValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoreValuesTest {

    private static final SourcePosition REFERENCE = new SourcePosition(3, 1_234_567_890_123L);
    private static final UUID ID = UUID.fromString("88bd5c27-b47a-5009-9e8e-a2cdf647166e");
    private static final UUID CLUSTER = UUID.fromString("6f1d4c58-7a0e-5b39-9c21-3f6c2f0a8e17");

    @Test
    void indexedArticleIsReadAsWritten() {
        Sketch sketch = Sketcher.computeSketch(new SketchInput(
                Optional.of("Title"), "one two three four five six seven eight nine ten 11 12 13", Optional.empty()));
        IndexedArticle full = new IndexedArticle(
                REFERENCE, 5, ID, 2, CLUSTER, sketch.exact(), OptionalLong.of(7), sketch.keys(), sketch.shingles());
        IndexedArticle bare = new IndexedArticle(
                REFERENCE, -5, ID, 1, ID, Optional.empty(), OptionalLong.empty(), List.of(), Optional.empty());

        assertThat(IndexedArticleValue.fromBytes(REFERENCE, IndexedArticleValue.toBytes(bare)))
                .isEqualTo(bare);
        IndexedArticle read = IndexedArticleValue.fromBytes(REFERENCE, IndexedArticleValue.toBytes(full));
        assertThat(read).usingRecursiveComparison().isEqualTo(full);
        assertThat(read.shingles().orElseThrow().toBytes())
                .isEqualTo(sketch.shingles().orElseThrow().toBytes());
    }

    @Test
    void listsRevisionsAndProgressAreReadAsWritten() {
        List<Posting> posting =
                List.of(new Posting(REFERENCE, 9), new Posting(new SourcePosition(0, 0), Long.MAX_VALUE));
        ArticleRevisions articleRevisions = new ArticleRevisions(List.of(
                new ArticleRevisions.Seen(1, "ab".repeat(32), REFERENCE, 4, CLUSTER),
                new ArticleRevisions.Seen(2, "", REFERENCE, 5, ID)));
        ArticleRevisions dead = ArticleRevisions.deadLetters(7, REFERENCE, 4);
        TreeMap<Integer, Watermark.Progress> partitions = new TreeMap<>();
        partitions.put(2, new Watermark.Progress(10, 20));
        partitions.put(7, new Watermark.Progress(-1, 0));
        DedupProgress progress = new DedupProgress(99, new Watermark(10, partitions));

        assertThat(PostingsValue.fromBytes(PostingsValue.toBytes(posting))).isEqualTo(posting);
        assertThat(RevisionsValue.fromBytes(RevisionsValue.toBytes(articleRevisions)))
                .isEqualTo(articleRevisions);
        assertThat(RevisionsValue.fromBytes(RevisionsValue.toBytes(dead))).isEqualTo(dead);
        assertThat(ProgressValue.fromBytes(ProgressValue.toBytes(progress))).isEqualTo(progress);
        assertThat(ProgressValue.fromBytes(ProgressValue.toBytes(DedupProgress.none())))
                .isEqualTo(DedupProgress.none());
    }

    @Test
    void boilerplateIsReadAsWritten() {
        HostBoilerplate boilerplate = new HostBoilerplate(
                -7,
                List.of(
                        new BoilerplateLine(Long.MIN_VALUE, BoilerplateLine.ENOUGH, 0, 0),
                        new BoilerplateLine(5, 1, -1, 0),
                        new BoilerplateLine(6, 2, 3, Integer.MIN_VALUE)));

        assertThat(HostBoilerplateValue.fromBytes(HostBoilerplateValue.toBytes(boilerplate)))
                .isEqualTo(boilerplate);
        assertThat(HostBoilerplateValue.toBytes(boilerplate)).startsWith(1).hasSizeLessThan(60);
    }

    @Test
    void everyValueBeginsWithItsVersion() {
        assertThat(PostingsValue.toBytes(List.of())).startsWith(1);
        assertThat(ProgressValue.toBytes(DedupProgress.none())).startsWith(1);
        assertThatThrownBy(() -> PostingsValue.fromBytes(new byte[] {2, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(DedupStores.POSTINGS)
                .hasMessageContaining("layout 2");
    }

    @Test
    void notesStandInTheOrderOfTheirDays() {
        Expiry[] ordered = {
            new Expiry(Window.EXACT, -400, REFERENCE),
            new Expiry(Window.EXACT, 5, new SourcePosition(0, 9)),
            new Expiry(Window.EXACT, 5, new SourcePosition(1, 2)),
            new Expiry(Window.EXACT, 18_000, new SourcePosition(0, 0)),
        };

        for (int i = 0; i < ordered.length; i++) {
            Bytes key = StoreKeys.keyOf(ordered[i]);
            assertThat(StoreKeys.expiryOf(Window.EXACT, key)).isEqualTo(ordered[i]);
            assertThat(key).isGreaterThan(StoreKeys.ofDay(Window.EXACT, ordered[i].day()));
            assertThat(key).isLessThan(StoreKeys.ofDay(Window.EXACT, ordered[i].day() + 1));
            if (i > 0) {
                assertThat(key).isGreaterThan(StoreKeys.keyOf(ordered[i - 1]));
            }
        }
    }
}
