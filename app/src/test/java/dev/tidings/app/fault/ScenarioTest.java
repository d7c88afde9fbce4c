package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.Row.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioTest {

    private static final Path PAGE = Path.of("..", "docs", "reliability.md");

    @Test
    void everyScenarioHasItsNameAndBringsFaultsAbout() {
        assertThat(Scenario.all()).extracting(Scenario::name).doesNotHaveDuplicates();
        assertThat(Scenario.all())
                .allSatisfy(scenario -> assertThat(scenario.faults()).isPositive());
    }

    @Test
    void thePageHasALineForEachScenarioWithWhatItProves() throws IOException {
        List<String> lines = Files.readAllLines(PAGE);

        assertThat(Scenario.all())
                .allSatisfy(scenario -> assertThat(lines)
                        .anyMatch(
                                line -> line.startsWith("| `" + scenario.name() + "` | " + scenario.promise() + " |")));
    }

    @Test
    void aLineOfTheResultsIsReadAsItWasWritten() {
        Row row =
                new Row("sink-killed", "the sink may die", Status.FAILED, 2, 3, 400, 1, 0, "no", 6_700, "1 lost:\n a");

        assertThat(Row.ofLine(row.toLine())).isEqualTo(row);
        assertThat(row.toMarkdown())
                .isEqualTo("| `sink-killed` | the sink may die | 2 | 400 | 1 | 0 | no | 6.7 s | FAILED: 1 lost: a");
    }
}
