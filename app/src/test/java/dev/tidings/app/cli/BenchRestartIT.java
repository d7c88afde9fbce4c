package dev.tidings.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.app.stack.LocalStackExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchRestartIT {

    /** Enough to write the largest store to the disk several times: before that nothing of it need be there. */
    private static final int ARTICLES = 20_000;

    /** What memtables of 2 MB hold of small entries, with room to spare; about a quarter of all that was written. */
    private static final long MAX_RESTORED = 60_000;

    @TempDir
    Path directory;

    @Test
    void aKilledProcessRestoresWhatItsMemtablesHeldAndNothingElse() {
        CommandRun run = CommandRun.in(
                directory,
                "bench-restart",
                "--state=" + ARTICLES,
                "--kills=1",
                "--temp=" + directory,
                "-X",
                LocalStackExtension.PATIENT,
                "-o=json");

        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.json()).hasSize(1).allSatisfy(BenchRestartIT::restoredTheTailAlone);
        assertThat(directory).isEmptyDirectory();
    }

    private static void restoredTheTailAlone(JsonNode report) {
        assertThat(report.get("firstMillis").asLong()).isPositive();
        assertThat(report.get("restoredRecords").asLong()).isBetween(1L, MAX_RESTORED);
        assertThat(report.get("skippedPositions").asLong())
                .as("positions of the changelogs before what was restored")
                .isGreaterThan(2 * MAX_RESTORED);
    }

    @Test
    void aPlanThatMeasuresNothingIsRefused() {
        CommandRun run = CommandRun.in(directory, "bench-restart", "--kills=0");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("--state and --kills are at least 1");
    }
}
