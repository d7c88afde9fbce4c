package dev.tidings.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tidings.producer.source.FileContent.State;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileReadingTest {

    private static final FileReading READING = new FileReading(1000, 64);

    @TempDir
    Path folder;

    @Test
    void aFileOfExactlyTheLimitIsWhole() throws IOException {
        byte[] bytes = new byte[1000];
        bytes[999] = 7;
        Path file = Files.write(folder.resolve("a"), bytes);

        FileContent content = READING.readFile(file);

        assertThat(content.state()).isEqualTo(State.WHOLE);
        assertThat(content.bytes()).isEqualTo(ByteBuffer.wrap(bytes));
        assertThat(content.modified())
                .isEqualTo(Instant.ofEpochMilli(Files.getLastModifiedTime(file).toMillis()));
    }

    @Test
    void oneByteMoreIsTooLargeAndOnlyItsHeadIsRead() throws IOException {
        FileContent content = READING.readFile(Files.write(folder.resolve("a"), new byte[1001]));

        assertThat(content.state()).isEqualTo(State.TOO_LARGE);
        assertThat(content.bytes().remaining()).isEqualTo(64);
        assertThat(content.size()).isEqualTo(1001);
    }

    @Test
    void aTerabyteCostsNoMoreThanItsHead() throws IOException {
        Path file = folder.resolve("sparse");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        FileContent content = READING.readFile(file);

        assertThat(content.state()).isEqualTo(State.TOO_LARGE);
        assertThat(content.size()).isEqualTo(1L << 40);
    }

    @Test
    void anEmptyFileIsWhole() throws IOException {
        FileContent content = READING.readFile(Files.createFile(folder.resolve("a")));

        assertThat(content.state()).isEqualTo(State.WHOLE);
        assertThat(content.size()).isZero();
    }

    @Test
    void aFileThatIsGoneHasVanished() {
        assertThat(READING.readFile(folder.resolve("none")).state()).isEqualTo(State.VANISHED);
    }

    @Test
    void aPipePutInPlaceOfTheFileIsNotOpened() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(READING.readFile(pipe).state()).isEqualTo(State.NOT_REGULAR_FILE);
    }

    @Test
    void aFileThatRefusesToBeReadIsUnreadable() {
        // Even an administrator cannot read this one: the loopback device has no speed to tell.
        Path refusing = Path.of("/sys/class/net/lo/speed");
        assumeTrue(Files.exists(refusing), "needs Linux");

        FileContent content = new FileReading(10_000, 64).readFile(realPath(refusing));

        assertThat(content.state()).isEqualTo(State.UNREADABLE);
        assertThat(content.problem()).isNotBlank().doesNotContain("\n");
        assertThat(content.size()).isPositive();
    }

    @Test
    void aFileThatNeverHoldsWhatItsSizeSaysIsChanging() {
        Path device = Path.of("/sys/class/net/lo/mtu");
        assumeTrue(Files.exists(device), "needs Linux");

        assertThat(new FileReading(10_000, 64).readFile(realPath(device)).state())
                .isEqualTo(State.CHANGING);
    }

    @Test
    void timesBeyondAnyCalendarAreKeptInBounds() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "text");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2400-01-01T00:00:00Z")));

        assertThat(READING.readFile(file).modified()).isAfter(Instant.parse("2100-01-01T00:00:00Z"));
    }

    private static Path realPath(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
