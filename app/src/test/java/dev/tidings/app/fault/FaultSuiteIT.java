package dev.tidings.app.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.Row.Status;
import dev.tidings.app.fault.stack.Namespaces;
import dev.tidings.app.fault.stack.VersionBefore;
import dev.tidings.app.stack.Await;
import dev.tidings.app.stack.FolderTree;
import dev.tidings.app.stack.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Everything that can go wrong, one thing after the other, while articles come; and by id nothing is lost, nothing is
 * doubled, and every verdict is that of a run in which nothing went wrong. The table of all scenarios is printed, and
 * stands in {@code target/faults/table.md}.
 *
 * <p>{@code -Dtidings.test.faults.only=NAME,NAME} plays some of them.
 */
@FaultSeries
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultSuiteIT {

    private static final Duration MAX_SCENARIO_DURATION = Duration.ofMinutes(25);
    private static final Path HOME = Installation.currentInstallation().home();

    private final Path folder = HOME.resolve("app/target/faults");
    private final Path results = folder.resolve("results.tsv");
    private final List<Scenario> scenarios = chosenScenarios();
    private Process run;

    @BeforeAll
    void begin() throws IOException {
        FolderTree.deleteTree(folder);
        Files.createDirectories(folder);
        List<String> options = new ArrayList<>(versionBefore());
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("tidings."))
                .sorted()
                .forEach(name -> options.add("-D" + name + "=" + System.getProperty(name)));
        List<String> arguments = new ArrayList<>(List.of(folder.resolve("data").toString(), results.toString()));
        scenarios.forEach(scenario -> arguments.add(scenario.name()));
        run = new ProcessBuilder(Namespaces.commandLine(options, FaultRun.class.getName(), arguments))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
    }

    /** It is built here, since a process with a network of its own reaches no repository. */
    private List<String> versionBefore() {
        if (scenarios.stream().noneMatch(scenario -> scenario.place() == Scenario.Place.UPGRADE)) {
            return List.of();
        }
        VersionBefore before = new VersionBefore(HOME);
        return List.of(before.build()
                .map(why -> "-D" + OtherVersions.NO_BEFORE + "=" + why)
                .orElseGet(() -> "-D" + OtherVersions.BEFORE + "=" + before.folder()));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsLostOrDoubledWhen() {
        return scenarios.stream().map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> check(scenario)));
    }

    private void check(Scenario scenario) {
        Row row = awaitRow(scenario);
        Assumptions.assumeTrue(row.status() != Status.SKIPPED, "SKIPPED: " + row.message());
        assertThat(row.status()).as(row.message()).isEqualTo(Status.PROVED);
    }

    private Row awaitRow(Scenario scenario) {
        Await.waitUntil(MAX_SCENARIO_DURATION, () -> row(scenario).isPresent() || !run.isAlive());
        return row(scenario)
                .orElseThrow(
                        () -> new AssertionError(scenario.name() + " has not ended; see " + folder.resolve("run.log")));
    }

    private Optional<Row> row(Scenario scenario) {
        return rows().stream()
                .filter(row -> row.scenario().equals(scenario.name()))
                .findFirst();
    }

    private List<Row> rows() {
        try {
            String written = Files.exists(results) ? Files.readString(results) : "";
            // The last line may be half of one.
            return written.substring(0, written.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Row::ofLine)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    @AfterAll
    void showTable() throws IOException, InterruptedException {
        StringBuilder table = new StringBuilder(Row.HEADING);
        rows().forEach(row -> table.append(row.toMarkdown()).append('\n'));
        Files.writeString(folder.resolve("table.md"), table);
        System.out.println(table);
        run.getOutputStream().close();
        run.waitFor();
    }

    private static List<Scenario> chosenScenarios() {
        String only = System.getProperty("tidings.test.faults.only", "");
        List<String> names = List.of(only.split(",", -1));
        return Scenario.all().stream()
                .filter(scenario -> only.isEmpty() || names.contains(scenario.name()))
                .toList();
    }
}
