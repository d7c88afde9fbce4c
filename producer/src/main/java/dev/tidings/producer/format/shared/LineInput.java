package dev.tidings.producer.format.shared;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Reads bytes line by line; of a line over a limit only the head is held. For one thread. */
public final class LineInput implements Closeable {

    private static final int HEAD_BYTES = 64 * 1024;

    private final InputStream in;
    private final long maxBytes;
    private final byte[] buffer = new byte[HEAD_BYTES];
    private int next;
    private int filled;
    private long position;

    /** Reads from a stream, which is closed with this. */
    public LineInput(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /**
     * A line.
     *
     * @param bytes without the line feed; of a line over the limit the first
     * @param size how many it has
     * @param offset where it begins in the input, in bytes
     */
    public record Line(ByteBuffer bytes, long size, long offset) {}

    /** Reads on to the next line; empty at the end. */
    public Optional<Line> next() throws IOException {
        long offset = position;
        byte[] line = new byte[0];
        boolean ended = false;
        long size = 0;
        while (!ended && fill()) {
            int end = next;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line = append(line, end - next, size);
            size += end - next;
            ended = end < filled;
            position += end - next + (ended ? 1 : 0);
            next = end + (ended ? 1 : 0);
        }
        return ended || size > 0 ? Optional.of(new Line(ByteBuffer.wrap(line), size, offset)) : Optional.empty();
    }

    private boolean fill() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return filled > 0;
    }

    private byte[] append(byte[] line, int count, long size) {
        if (size + count > maxBytes) {
            return line.length > HEAD_BYTES ? Arrays.copyOf(line, HEAD_BYTES) : line;
        }
        byte[] longer = Arrays.copyOf(line, line.length + count);
        System.arraycopy(buffer, next, longer, line.length, count);
        return longer;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
