package dev.tidings.producer.publish.ledger;

import dev.tidings.kafka.settings.SettingsException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that lives as long as it is open. For one thread. */
final class TemporaryFile implements AutoCloseable {

    private final FileChannel channel;

    private TemporaryFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Makes an empty one in the folder for temporary files. */
    static TemporaryFile create() {
        try {
            Path path = Files.createTempFile("tidings-", ".tmp");
            return new TemporaryFile(FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Extends the file to a length; the new bytes are 0. */
    void extend(long bytes) {
        write(ByteBuffer.wrap(new byte[1]), bytes - 1);
    }

    /** Fills the buffer from a position, and flips it. */
    void read(ByteBuffer bytes, long position) {
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, position + bytes.position()) < 0) {
                    throw new EOFException("a temporary file is shorter than it was");
                }
            }
            bytes.flip();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Writes what remains of the buffer. */
    void write(ByteBuffer bytes, long position) {
        try {
            int begin = bytes.position();
            while (bytes.hasRemaining()) {
                channel.write(bytes, position + bytes.position() - begin);
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private static SettingsException unusable(IOException e) {
        return new SettingsException(
                "temporary files in " + System.getProperty("java.io.tmpdir") + " cannot be used (" + e.getMessage()
                        + "); make room there, or name another folder with JAVA_TOOL_OPTIONS=-Djava.io.tmpdir=DIR");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw unusable(e);
        }
    }
}
