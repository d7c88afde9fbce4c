package dev.tidings.producer.format.archive;

import dev.tidings.producer.format.FormatException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** A decompressed stream that ends a bomb: what grows too much for what it was is no text. */
final class GuardedInput extends FilterInputStream {

    private static final long MIN_BYTES = 16L * 1024 * 1024;
    private static final long MAX_RATIO = 200;

    private final CountedInput compressed;
    private long bytes;

    GuardedInput(InputStream in, CountedInput compressed) {
        super(in);
        this.compressed = compressed;
    }

    /** Counts what is read of the compressed bytes. */
    static final class CountedInput extends FilterInputStream {

        private long bytes;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int unit = super.read();
            bytes += unit < 0 ? 0 : 1;
            return unit;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int read = super.read(buffer, offset, count);
            bytes += Math.max(0, read);
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] buffer, int offset, int count) throws IOException {
        int read;
        try {
            read = super.read(buffer, offset, count);
        } catch (EOFException e) {
            throw new FormatException("truncated", "the compressed data end early; what stands before is published");
        } catch (ZipException e) {
            throw new FormatException("malformed", "the compressed data are damaged: " + e.getMessage());
        }
        bytes += Math.max(0, read);
        if (bytes > MIN_BYTES && bytes > MAX_RATIO * compressed.bytes) {
            throw new FormatException("ratio", "the data grow more than " + MAX_RATIO + " times; that is no text");
        }
        return read;
    }

    /** Whoever fills a buffer as far as he may would lose what was read when the next bytes cannot be. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] buffer = new byte[(int) Math.min(count, 64 * 1024)];
        long skipped = 0;
        while (skipped < count) {
            int read = read(buffer, 0, (int) Math.min(buffer.length, count - skipped));
            if (read < 0) {
                return skipped;
            }
            skipped += read;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
