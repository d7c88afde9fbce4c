package dev.tidings.app.cli.publish;

import static dev.tidings.app.cli.publish.BadInput.KURDISH;
import static dev.tidings.app.cli.publish.BadInput.MAX_ARTICLE_BYTES;
import static dev.tidings.app.cli.publish.BadInput.PROSE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.producer.format.standard.StandardFormats;
import dev.tidings.schemas.EnrichedArticle;
import dev.tidings.schemas.Headline;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.dryrun.DryRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What no input may do: every row is an input that has broken some program, with the one right outcome. Each goes the
 * whole way of production, format, identity and all stages, between two good neighbours that must not notice.
 */
class BadInputsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One JVM, one model: rows do not depend on one another. */
    private static final DryRun PIPELINE = DryRun.withoutStories();

    @TempDir
    private Path folder;

    static Stream<BadInput> rows() {
        return Stream.of(BadFiles.rows(), BadMarkup.rows(), BadContainers.rows())
                .flatMap(rows -> rows);
    }

    @BeforeAll
    static void loadEverything() {
        PIPELINE.runStages(RawArticle.newBuilder()
                .setArticleId("00000000-0000-5000-8000-000000000000")
                .setUri("news/first.txt")
                .setMediaType("text/plain")
                .setPayload(ByteBuffer.wrap(KURDISH.getBytes(UTF_8)))
                .build());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void everyBadInputHasItsOutcomeAndTouchesNobody(BadInput row) throws IOException {
        Files.writeString(folder.resolve("a-good.txt"), "Before\n\nThe first neighbour. " + PROSE);
        row.making().into(folder);
        Files.writeString(
                folder.resolve("c-good.txt"),
                "Behind\n\nThe other neighbour, who says something else entirely. " + KURDISH);
        long begun = processorTime();

        List<String> first = outcomes();
        Duration taken = Duration.ofNanos(processorTime() - begun);
        List<String> second = outcomes();

        assertThat(first).isEqualTo(row.outcomes());
        assertThat(second).isEqualTo(first);
        assertThat(taken).isLessThan(PATIENCE);
    }

    /** What else a machine does is not the input's fault. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** Returns what became of the bad input; its neighbours have to be well. */
    private List<String> outcomes() {
        List<String> outcomes = new ArrayList<>();
        List<String> neighbours = new ArrayList<>();
        new TrialInputs(StandardFormats.formats(), MAX_ARTICLE_BYTES, line -> {
                    assertThat(line.lines()).hasSize(1);
                    outcomes.add(reasonIn(line));
                })
                .forEach(List.of(folder), Optional.empty(), raw -> {
                    boolean neighbour = raw.getUri().contains("-good.txt");
                    (neighbour ? neighbours : outcomes).add(outcome(raw));
                });
        assertThat(neighbours).containsExactly("ACCEPT", "ACCEPT");
        return outcomes;
    }

    private static String reasonIn(String line) {
        String reason =
                line.substring(line.lastIndexOf(": ", line.indexOf(',') < 0 ? line.length() : line.indexOf(',')) + 2);
        return reason.contains(",") ? reason.substring(0, reason.indexOf(',')) : reason;
    }

    private static String outcome(RawArticle raw) {
        DryRun.Outcome outcome = PIPELINE.runStages(raw);
        if (outcome.failure().isPresent()) {
            return outcome.failure().get().reason();
        }
        EnrichedArticle event = outcome.published().orElseThrow().event();
        assertThat(event.getHeadlines().stream().map(Headline::getValue)).noneMatch(title -> title.contains("<"));
        List<String> flags = event.getFlags();
        return flags.isEmpty() ? "ACCEPT" : "FLAG " + flags.get(0);
    }
}
