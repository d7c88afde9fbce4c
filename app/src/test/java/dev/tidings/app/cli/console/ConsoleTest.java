package dev.tidings.app.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsoleTest {

    @Test
    void theNameOfAStrangersFileInAMessageDoesNotCommandTheTerminal() {
        StringWriter messages = new StringWriter();
        Console console = new Console(
                new PrintWriter(new StringWriter()), new PrintWriter(messages), Map.of(), Path.of(""), 80, true);

        console.sayLine("skipped in/empt\u001b[31my\u202e.txt: empty");

        assertThat(messages.toString())
                .isEqualTo("skipped in/empt\\u001b[31my\\u202e.txt: empty" + System.lineSeparator());
    }
}
