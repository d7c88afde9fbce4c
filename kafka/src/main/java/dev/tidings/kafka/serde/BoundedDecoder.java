package dev.tidings.kafka.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.Topics;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.io.Decoder;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro's binary encoding out of one value and allocates nothing that the value does not hold: a length beyond its
 * end fails before memory is taken for it. Avro's own decoder believes what a value claims, and a few bytes can claim
 * gigabytes. Fails with {@link UndecodableException} alone: {@code truncated} where the value ends too early,
 * {@code malformed} where no value could be as it claims to be.
 */
final class BoundedDecoder extends Decoder {

    /** Most items of all arrays and maps of a value; several times what the largest article has. */
    private static final int MAX_ITEMS = 2_000_000;

    private static final int MAX_VARINT_BITS = 63;

    private final byte[] bytes;
    private int position;
    private int itemsLeft = MAX_ITEMS;

    /** Makes the decoder of what begins at a position. */
    BoundedDecoder(byte[] bytes, int start) {
        this.bytes = bytes;
        this.position = start;
    }

    /** Returns how many bytes are left. */
    int remaining() {
        return bytes.length - position;
    }

    @Override
    public void readNull() {
        // Takes no byte.
    }

    @Override
    public boolean readBoolean() {
        return bytes[advance(1)] == 1;
    }

    @Override
    public int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw malformed("holds " + value + " where a number of 32 bits stands");
        }
        return (int) value;
    }

    @Override
    public long readLong() {
        if (position < bytes.length && bytes[position] >= 0) {
            // Most numbers take one byte.
            long raw = bytes[position++];
            return (raw >>> 1) ^ -(raw & 1);
        }
        long raw = 0;
        for (int shift = 0; shift <= MAX_VARINT_BITS; shift += 7) {
            byte next = bytes[advance(1)];
            raw |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return (raw >>> 1) ^ -(raw & 1);
            }
        }
        throw malformed("holds a number of more than 64 bits");
    }

    @Override
    public float readFloat() {
        return Float.intBitsToFloat((int) littleEndian(Float.BYTES));
    }

    @Override
    public double readDouble() {
        return Double.longBitsToDouble(littleEndian(Double.BYTES));
    }

    private long littleEndian(int size) {
        int start = advance(size);
        long value = 0;
        for (int i = size - 1; i >= 0; i--) {
            value = value << 8 | (bytes[start + i] & 0xffL);
        }
        return value;
    }

    @Override
    public Utf8 readString(@Nullable Utf8 old) {
        return new Utf8(readBlock());
    }

    @Override
    public String readString() {
        int length = readLength();
        return length == 0 ? "" : new String(bytes, advance(length), length, UTF_8);
    }

    @Override
    public void skipString() {
        skipBytes();
    }

    @Override
    public ByteBuffer readBytes(@Nullable ByteBuffer old) {
        return ByteBuffer.wrap(readBlock());
    }

    @Override
    public void skipBytes() {
        advance(readLength());
    }

    @Override
    public void readFixed(byte[] target, int start, int length) {
        System.arraycopy(bytes, advance(length), target, start, length);
    }

    @Override
    public void skipFixed(int length) {
        advance(length);
    }

    @Override
    public int readEnum() {
        return readInt();
    }

    @Override
    public int readIndex() {
        return readInt();
    }

    @Override
    public long readArrayStart() {
        return readItemCount();
    }

    @Override
    public long arrayNext() {
        return readItemCount();
    }

    @Override
    public long skipArray() {
        return skipItems();
    }

    @Override
    public long readMapStart() {
        return readItemCount();
    }

    @Override
    public long mapNext() {
        return readItemCount();
    }

    @Override
    public long skipMap() {
        return skipItems();
    }

    private byte[] readBlock() {
        int length = readLength();
        int start = advance(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /** Returns a length that no value is too short for in principle; whether this one is, {@link #advance} tells. */
    private int readLength() {
        long length = readLong();
        if (length < 0 || length > Topics.MAX_MESSAGE_BYTES) {
            throw malformed("claims a text or bytes of length " + length);
        }
        return (int) length;
    }

    /** A negative count is followed by the size of its block in bytes. */
    private long readItemCount() {
        long count = readLong();
        if (count < 0) {
            count = -count;
            readLong();
        }
        return takeItems(count);
    }

    /** Skips the blocks that tell their size and returns the count of one that does not. */
    private long skipItems() {
        long count = readLong();
        while (count < 0) {
            advance(readLength());
            count = readLong();
        }
        return takeItems(count);
    }

    /** Every item of ours takes a byte at least, so there can be no more of them than bytes. */
    private long takeItems(long count) {
        if (count < 0 || count > itemsLeft) {
            throw malformed("claims " + count + " items");
        }
        if (count > remaining()) {
            throw truncated();
        }
        itemsLeft -= (int) count;
        return count;
    }

    /** Moves on and returns where it stood. */
    private int advance(int length) {
        if (length > remaining()) {
            throw truncated();
        }
        int start = position;
        position += length;
        return start;
    }

    private static UndecodableException truncated() {
        return new UndecodableException("truncated", "the value ends before its schema does");
    }

    private static UndecodableException malformed(String what) {
        return new UndecodableException("malformed", "the value " + what);
    }
}
