package dev.tidings.app.eval.updates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidings.app.eval.duplicates.DuplicatesRun;
import dev.tidings.app.eval.duplicates.LabelledArticles;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdatesReportTest {

    private static final Path SEEDS = Path.of("../seeds");

    @TempDir
    private Path folder;

    @Test
    void whatIsWithheldIsCountedByKindOfTheSecondText() throws IOException {
        String text = Files.readString(SEEDS.resolve("002_5f853b347646af86.txt"));
        String other = Files.readString(SEEDS.resolve("003_6c18de837fb1579b.txt"));
        write("0000_a.txt", text);
        write("0000_b.txt", text + "\n\nFollow us");
        write("0001_a.txt", other);
        write("0001_b.txt", other + "\n\nCorrection: an earlier version of this article named a wrong city.");

        UpdatesReport report = UpdatesReport.reportOf(
                new DuplicatesRun(DedupWindows.DEFAULT).decideAll(LabelledArticles.readArticles(folder)),
                Map.of("0000_b.txt", "copy", "0001_b.txt", "correction"));

        assertThat(report.kinds())
                .extracting(
                        UpdatesReport.Kind::kind,
                        UpdatesReport.Kind::texts,
                        UpdatesReport.Kind::withheld,
                        UpdatesReport.Kind::share)
                .containsExactly(tuple("copy", 1, 1, 1.0), tuple("correction", 1, 0, 0.0));
        assertThat(report.kinds().get(1).verdicts()).containsExactly(Map.entry(Verdict.UPDATED, 1));
    }

    @Test
    void linesThatAreNoKindsAreRefusedWithTheFile() throws IOException {
        Path file = write("expected.tsv", "0000_b.txt copy\n");

        assertThatThrownBy(() -> UpdatesReport.readKinds(file)).hasMessageContaining("expected.tsv");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
