package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    Path folder;

    @Test
    void theLastErrorIsTheReasonWhateverFollowsIt() throws IOException {
        assertThat(wordsOf("""
                INFO starting
                ERROR first
                java.net.BindException: Address already in use
                \tat java.base/sun.nio.ch.Net.bind0(Native Method)
                \t... 3 more
                INFO shutting down
                """)).isEqualTo("java.net.BindException: Address already in use");
    }

    @Test
    void withoutAnErrorTheLastLineIsTold() throws IOException {
        assertThat(wordsOf("one\ntwo\n\n")).isEqualTo("two");
    }

    @Test
    void anEmptyOrMissingLogSaysSo() throws IOException {
        assertThat(wordsOf("")).isEqualTo("it said nothing");
        assertThat(LogTail.lastWords(folder.resolve("none"))).isEqualTo("it said nothing");
    }

    @Test
    void aLongLineIsShortened() throws IOException {
        assertThat(wordsOf("x".repeat(100_000))).hasSize(241).endsWith("x…");
    }

    private String wordsOf(String log) throws IOException {
        return LogTail.lastWords(Files.writeString(folder.resolve("some.log"), log));
    }
}
