package dev.tidings.producer.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads bytes as characters, one each, so that a parser finds brackets in any charset that ASCII is a part of, and its
 * positions are positions of bytes. Keeps the bytes from some position on, and of more than a limit only the head.
 */
final class RecordedInput extends Reader {

    /** A parser reads ahead less than this. */
    private static final int WINDOW_BYTES = 64 * 1024;

    private static final int RECORD_SEPARATOR = 0x1e;

    private final InputStream in;
    private final long maxBytes;
    private byte[] kept = new byte[WINDOW_BYTES];
    private int length;
    /** Position in the input of the first byte kept. */
    private long from;

    private byte[] head = new byte[0];

    RecordedInput(InputStream in, long maxBytes) {
        this.in = in;
        this.maxBytes = Math.max(maxBytes, WINDOW_BYTES);
    }

    @Override
    public int read(char[] buffer, int offset, int count) throws IOException {
        makeRoom(count);
        int read = in.read(kept, length, count);
        for (int i = 0; i < read; i++) {
            int unit = Byte.toUnsignedInt(kept[length + i]);
            buffer[offset + i] = unit == RECORD_SEPARATOR ? ' ' : (char) unit;
        }
        length += Math.max(read, 0);
        return read;
    }

    private void makeRoom(int count) {
        if (length > maxBytes + WINDOW_BYTES) {
            if (head.length == 0) {
                head = Arrays.copyOf(kept, WINDOW_BYTES);
            }
            drop(length - WINDOW_BYTES);
        }
        if (length + count > kept.length) {
            kept = Arrays.copyOf(kept, Math.max(2 * kept.length, length + count));
        }
    }

    private void drop(int bytes) {
        System.arraycopy(kept, bytes, kept, 0, length - bytes);
        length -= bytes;
        from += bytes;
    }

    /** Forgets what stands before a position, from which on a value is read. */
    void beginValue(long position) {
        head = new byte[0];
        drop((int) (position - from));
        if (kept.length > 4 * WINDOW_BYTES && length < WINDOW_BYTES) {
            kept = Arrays.copyOf(kept, WINDOW_BYTES);
        }
    }

    /** Returns whether the bytes since the value began were more than are kept. */
    boolean isCut() {
        return head.length > 0;
    }

    /** Returns the bytes of the value up to a position; of one that was cut the first. */
    ByteBuffer value(long end) {
        return ByteBuffer.wrap(isCut() ? head : Arrays.copyOf(kept, (int) (end - from)));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
