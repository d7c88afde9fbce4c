package dev.tidings.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.Patience;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SlowWorkTest {
    private static final Duration TOLD_AFTER = Duration.ofMillis(2_500);

    private final StringWriter said = new StringWriter();
    private final Console console = consoleOf(true);

    @Test
    void whatTakesLongIsTold() {
        String result = SlowWork.tellIfSlow(console, "Kafka at kafka:9092 to answer", () -> {
            Patience.await().until(() -> !said.toString().isEmpty());
            return "an answer";
        });

        assertThat(result).isEqualTo("an answer");
        assertThat(said.toString().lines()).containsExactly("waiting for Kafka at kafka:9092 to answer ...");
    }

    @Test
    void aScriptIsToldNothing() {
        long began = System.nanoTime();

        SlowWork.tellIfSlow(consoleOf(false), "Kafka to answer", () -> {
            Patience.await().until(() -> System.nanoTime() - began > TOLD_AFTER.toNanos());
            return "an answer";
        });

        assertThat(said.toString()).isEmpty();
    }

    private Console consoleOf(boolean watched) {
        return new Console(
                new PrintWriter(Writer.nullWriter()), new PrintWriter(said), Map.of(), Path.of(""), 80, watched);
    }

    @Test
    void whatComesSoonIsNotTold() {
        assertThat(SlowWork.tellIfSlow(console, "Kafka to answer", () -> 1)).isEqualTo(1);
        assertThat(said.toString()).isEmpty();
    }
}
