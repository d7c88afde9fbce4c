package dev.tidings.app.cli.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.cli.console.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClockWatchTest {

    private static final long NOON = 1_800_000_000_000L;

    @TempDir
    Path folder;

    private final StringWriter said = new StringWriter();
    private long wallMillis = NOON;

    @Test
    void aClockThatIsSetBackIsToldOnceEachTime() {
        Console console =
                new Console(new PrintWriter(said), new PrintWriter(said), Map.of(), folder, Integer.MAX_VALUE, false);
        try (ClockWatch watch = new ClockWatch(console, () -> wallMillis)) {
            look(watch, 0, 1_000, -600_000, -599_000, 2_000, -60_000);
        }
        assertThat(said.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("tidings: the clock of this machine was set back"));
    }

    private void look(ClockWatch watch, long... sinceNoon) {
        for (long millis : sinceNoon) {
            wallMillis = NOON + millis;
            watch.lookOnce();
        }
    }
}
