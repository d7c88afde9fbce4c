package dev.tidings.producer.format.shared;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A window on a stream of bytes: they can be looked at by their position, from a mark to the end of the stream. Of more
 * than a limit behind the mark the middle is forgotten, and the head stays. For one thread.
 */
public final class ByteWindow implements Closeable {

    private static final int STEP_BYTES = 64 * 1024;

    private final InputStream in;
    private final long maxBytes;
    private byte[] bytes = new byte[2 * STEP_BYTES];
    private int length;
    private long from;
    private long mark;
    private byte[] head = new byte[0];

    /** Opens a window of which at least so many bytes are held; closing it closes the stream. */
    public ByteWindow(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = Math.max(maxBytes, STEP_BYTES);
    }

    /** Returns the byte at a position behind the mark, 0 to 255; -1 behind the end. */
    public int byteAt(long position) throws IOException {
        while (position >= from + length) {
            if (!readMore()) {
                return -1;
            }
        }
        return Byte.toUnsignedInt(bytes[(int) (position - from)]);
    }

    private boolean readMore() throws IOException {
        forgetMiddle();
        if (bytes.length - length < STEP_BYTES) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, length, STEP_BYTES);
        length += Math.max(0, read);
        return read > 0;
    }

    private void forgetMiddle() {
        if (from + length - mark > maxBytes + STEP_BYTES) {
            if (head.length == 0) {
                head = slice(mark, mark + STEP_BYTES);
            }
            drop(length - STEP_BYTES);
        }
    }

    private void drop(int count) {
        System.arraycopy(bytes, count, bytes, 0, length - count);
        length -= count;
        from += count;
    }

    /** Forgets what stands before a position. */
    public void markAt(long position) {
        mark = position;
        head = new byte[0];
        if (position - from > STEP_BYTES) {
            drop((int) Math.min(length, position - from));
        }
    }

    /** Returns whether a part behind the mark is forgotten. */
    public boolean isCut() {
        return head.length > 0;
    }

    /** Returns the bytes from the mark to a position; when a part of them is forgotten the first. */
    public ByteBuffer marked(long end) {
        return ByteBuffer.wrap(isCut() ? head : slice(mark, end));
    }

    private byte[] slice(long begin, long end) {
        return Arrays.copyOfRange(bytes, (int) (begin - from), (int) (end - from));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
