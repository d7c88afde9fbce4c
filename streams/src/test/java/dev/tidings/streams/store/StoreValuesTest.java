package dev.tidings.streams.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.streams.duplicate.DeskClock;
import dev.tidings.streams.duplicate.DeskProgress;
import dev.tidings.streams.duplicate.Due;
import dev.tidings.streams.duplicate.Held;
import dev.tidings.streams.duplicate.Holder;
import dev.tidings.streams.duplicate.Reference;
import dev.tidings.streams.duplicate.Revisions;
import dev.tidings.streams.duplicate.Sketch;
import dev.tidings.streams.duplicate.SketchInput;
import dev.tidings.streams.duplicate.Sketcher;
import dev.tidings.streams.duplicate.Windows.Window;
import dev.tidings.streams.margin.HostMargins;
import dev.tidings.streams.margin.MarginLine;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoreValuesTest {

    private static final Reference REFERENCE = new Reference(3, 1_234_567_890_123L);
    private static final UUID ID = UUID.fromString("88bd5c27-b47a-5009-9e8e-a2cdf647166e");
    private static final UUID CLUSTER = UUID.fromString("6f1d4c58-7a0e-5b39-9c21-3f6c2f0a8e17");

    @Test
    void holderIsReadAsWritten() {
        Sketch sketch = Sketcher.sketch(new SketchInput(
                Optional.of("Title"), "one two three four five six seven eight nine ten 11 12 13", Optional.empty()));
        Holder full = new Holder(
                REFERENCE, 5, ID, 2, CLUSTER, sketch.exact(), OptionalLong.of(7), sketch.keys(), sketch.shingles());
        Holder bare = new Holder(
                REFERENCE, -5, ID, 1, ID, Optional.empty(), OptionalLong.empty(), List.of(), Optional.empty());

        assertThat(HolderValue.read(REFERENCE, HolderValue.write(bare))).isEqualTo(bare);
        Holder read = HolderValue.read(REFERENCE, HolderValue.write(full));
        assertThat(read).usingRecursiveComparison().isEqualTo(full);
        assertThat(read.shingles().orElseThrow().toBytes())
                .isEqualTo(sketch.shingles().orElseThrow().toBytes());
    }

    @Test
    void listsRevisionsAndProgressAreReadAsWritten() {
        List<Held> held = List.of(new Held(REFERENCE, 9), new Held(new Reference(0, 0), Long.MAX_VALUE));
        Revisions revisions = new Revisions(List.of(
                new Revisions.Seen(1, "ab".repeat(32), REFERENCE, 4, CLUSTER),
                new Revisions.Seen(2, "", REFERENCE, 5, ID)));
        TreeMap<Integer, DeskClock.Progress> partitions = new TreeMap<>();
        partitions.put(2, new DeskClock.Progress(10, 20));
        partitions.put(7, new DeskClock.Progress(-1, 0));
        DeskProgress progress = new DeskProgress(99, new DeskClock(10, partitions));

        assertThat(HeldValue.read(HeldValue.write(held))).isEqualTo(held);
        assertThat(RevisionsValue.read(RevisionsValue.write(revisions))).isEqualTo(revisions);
        assertThat(ProgressValue.read(ProgressValue.write(progress))).isEqualTo(progress);
        assertThat(ProgressValue.read(ProgressValue.write(DeskProgress.none()))).isEqualTo(DeskProgress.none());
    }

    @Test
    void marginsAreReadAsWritten() {
        HostMargins margins = new HostMargins(
                -7,
                List.of(
                        new MarginLine(Long.MIN_VALUE, MarginLine.ENOUGH, 0, 0),
                        new MarginLine(5, 1, -1, 0),
                        new MarginLine(6, 2, 3, Integer.MIN_VALUE)));

        assertThat(MarginsValue.read(MarginsValue.write(margins))).isEqualTo(margins);
        assertThat(MarginsValue.write(margins)).startsWith(1).hasSizeLessThan(60);
    }

    @Test
    void everyValueBeginsWithItsVersion() {
        assertThat(HeldValue.write(List.of())).startsWith(1);
        assertThat(ProgressValue.write(DeskProgress.none())).startsWith(1);
        assertThatThrownBy(() -> HeldValue.read(new byte[] {2, 0}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(DeskStores.POSTINGS)
                .hasMessageContaining("layout 2");
    }

    @Test
    void notesStandInTheOrderOfTheirDays() {
        Due[] ordered = {
            new Due(Window.EXACT, -400, REFERENCE),
            new Due(Window.EXACT, 5, new Reference(0, 9)),
            new Due(Window.EXACT, 5, new Reference(1, 2)),
            new Due(Window.EXACT, 18_000, new Reference(0, 0)),
        };

        for (int i = 0; i < ordered.length; i++) {
            Bytes key = StoreKeys.of(ordered[i]);
            assertThat(StoreKeys.due(Window.EXACT, key)).isEqualTo(ordered[i]);
            assertThat(key).isGreaterThan(StoreKeys.ofDay(Window.EXACT, ordered[i].day()));
            assertThat(key).isLessThan(StoreKeys.ofDay(Window.EXACT, ordered[i].day() + 1));
            if (i > 0) {
                assertThat(key).isGreaterThan(StoreKeys.of(ordered[i - 1]));
            }
        }
    }
}
