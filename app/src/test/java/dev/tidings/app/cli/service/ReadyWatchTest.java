package dev.tidings.app.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks as often as it would by itself, ten times for a second. */
class ReadyWatchTest {

    private static final String FULL = "the store news.db has no room: the disk is full; free some";

    private static final long NOON = 1_800_000_000_000L;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private List<String> obstacles = List.of();
    private long wallMillis = NOON;
    private ReadyWatch watch;

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void whatIsInTheWayIsSaidAtOnceAndThenOnceAMinute() {
        openWatch();
        lookForSeconds(1);
        assertThat(lines()).containsExactly("sink is ready");
        assertThat(folder.resolve("ready")).exists();

        obstacles = List.of(FULL);
        lookForSeconds(70);

        assertThat(folder.resolve("ready")).doesNotExist();
        assertThat(lines())
                .containsExactly("sink is ready", "sink is not ready: " + FULL, "sink is not ready: " + FULL);
        obstacles = List.of();
        lookForSeconds(1);
        assertThat(lines()).last().isEqualTo("sink is ready");
    }

    @Test
    void aClockThatWasSetBackIsInTheWayUntilItHasCaughtUp() {
        openWatch();
        lookForSeconds(1);
        wallMillis = NOON - 60_000;
        lookForSeconds(1);
        wallMillis = NOON;
        lookForSeconds(1);

        assertThat(lines())
                .containsExactly(
                        "sink is ready",
                        "sink is not ready: the clock of this machine was set back, and Kafka's clients stand still for"
                                + " the next 60 s; start this process again",
                        "sink is ready");
    }

    @Test
    void aClockThatIsPutRightByALittleIsInNobodysWay() {
        openWatch();
        lookForSeconds(1);
        wallMillis = NOON - 5_000;
        lookForSeconds(1);

        assertThat(lines()).containsExactly("sink is ready");
    }

    @Test
    void aCountThatGoesOnIsSaidEveryFewSeconds() {
        openWatch();
        for (int second = 0; second < 30; second++) {
            obstacles = List.of("dedup: restoring " + second + " of 30 records");
            lookForSeconds(1);
        }

        assertThat(lines()).hasSize(10);
    }

    private void openWatch() {
        Console console = new Console(
                new PrintWriter(new StringWriter()), new PrintWriter(said), Map.of(), folder, Integer.MAX_VALUE, false);
        watch = new ReadyWatch(
                console, "sink", Optional.of(folder.resolve("ready")), () -> obstacles, () -> wallMillis);
    }

    private void lookForSeconds(int seconds) {
        for (int look = 0; look < 10 * seconds; look++) {
            watch.lookOnce();
        }
    }

    private List<String> lines() {
        return said.toString().lines().toList();
    }
}
