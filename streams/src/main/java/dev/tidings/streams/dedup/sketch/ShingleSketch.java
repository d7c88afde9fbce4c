package dev.tidings.streams.dedup.sketch;

import dev.tidings.streams.dedup.trace.TextTrace;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Bottom-k sketch of a text: the smallest hashes of its shingles with the quarter of the text each stands in, and the
 * smallest hashes of its numbers. Two sketches estimate how much their texts share without the texts.
 *
 * <p>After A. Z. Broder, "On the resemblance and containment of documents" (1997), and E. Cohen and H. Kaplan,
 * "Summarizing data using bottom-k sketches" (2007). Immutable.
 */
public final class ShingleSketch {

    /** How many shingle hashes are kept. */
    public static final int SHINGLES = 48;
    /** How many number hashes are kept. */
    public static final int NUMBERS = 12;
    /** How many hashes of the title's tokens are kept. */
    public static final int TITLE_TOKENS = 16;

    private static final byte LAYOUT = 2;
    private static final int HEADER_BYTES = 1 + 4 + 8 + 1 + 1 + 1;

    private final int distinct;
    private final long words;
    private final HashSample title;
    private final int[] values;
    private final byte[] quarters;
    private final HashSample numbers;
    private final TextTrace trace;

    /**
     * @param distinct number of distinct shingles; exact up to {@link #SHINGLES}, beyond it an estimate
     * @param words hash of the words without the numbers
     * @param title the title's tokens
     * @param values the smallest shingle hashes, ascending, distinct, not negative
     * @param quarters for each value the quarter of the text it first stands in, 0 to 3
     * @param numbers the text's numbers
     * @param trace what the text says
     */
    ShingleSketch(
            int distinct,
            long words,
            HashSample title,
            int[] values,
            byte[] quarters,
            HashSample numbers,
            TextTrace trace) {
        this.distinct = distinct;
        this.words = words;
        this.title = title;
        this.values = values;
        this.quarters = quarters;
        this.numbers = numbers;
        this.trace = trace;
    }

    /** Returns the number of distinct shingles; exact up to {@link #SHINGLES}, beyond it an estimate. */
    public int distinctCount() {
        return distinct;
    }

    /** Returns whether the sketch holds every shingle of its text. */
    boolean isComplete() {
        return distinct <= SHINGLES;
    }

    /** Returns whether both texts have the same words in the same order, numbers apart. */
    public boolean sameWords(ShingleSketch other) {
        return words == other.words;
    }

    public HashSample title() {
        return title;
    }

    public int compareContent(ShingleSketch other) {
        int byValues = Arrays.compare(values, other.values);
        return byValues != 0 ? byValues : Arrays.compare(quarters, other.quarters);
    }

    public int size() {
        return values.length;
    }

    public int value(int index) {
        return values[index];
    }

    public int quarter(int index) {
        return quarters[index];
    }

    public boolean contains(int value) {
        return Arrays.binarySearch(values, value) >= 0;
    }

    /** Returns the value up to which the sketch holds every shingle hash of its text. */
    public int completeUpTo() {
        return isComplete() ? Integer.MAX_VALUE : values[values.length - 1];
    }

    /** Returns how many values are at most a limit. */
    public int countUpTo(int limit) {
        int found = Arrays.binarySearch(values, limit);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public HashSample numbers() {
        return numbers;
    }

    /** Returns what the text says. */
    public TextTrace trace() {
        return trace;
    }

    /** Returns the bytes that {@link #fromBytes} understands: a version, then fixed fields, then the lists. */
    public byte[] toBytes() {
        byte[] traceBytes = trace.toBytes();
        ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES
                + values.length * 4
                + packedQuarters(values.length)
                + (title.size() + numbers.size()) * Character.BYTES
                + traceBytes.length);
        out.put(LAYOUT).putInt(distinct).putLong(words);
        out.put((byte) values.length).put((byte) title.size()).put((byte) numbers.size());
        for (int value : values) {
            out.putInt(value);
        }
        for (int i = 0; i < values.length; i += 4) {
            out.put(packQuarters(i));
        }
        title.writeTo(out);
        numbers.writeTo(out);
        return out.put(traceBytes).array();
    }

    private byte packQuarters(int first) {
        int four = 0;
        for (int i = first; i < Math.min(first + 4, quarters.length); i++) {
            four |= quarters[i] << (2 * (i - first));
        }
        return (byte) four;
    }

    /**
     * Reads a sketch.
     *
     * @param bytes what {@link #toBytes} wrote; its position does not move
     * @return empty when the bytes are of another layout, cut short or too long
     */
    public static Optional<ShingleSketch> fromBytes(ByteBuffer bytes) {
        ByteBuffer in = bytes.duplicate();
        if (in.remaining() < HEADER_BYTES || in.get() != LAYOUT) {
            return Optional.empty();
        }
        int distinct = in.getInt();
        long words = in.getLong();
        int count = in.get();
        int titleCount = in.get();
        int numberCount = in.get();
        boolean plausible = within(count, SHINGLES) && within(titleCount, TITLE_TOKENS) && within(numberCount, NUMBERS);
        int lists = count * Integer.BYTES + packedQuarters(count) + (titleCount + numberCount) * Character.BYTES;
        if (!plausible || distinct < count || in.remaining() < lists) {
            return Optional.empty();
        }
        int[] values = new int[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.getInt();
        }
        byte[] quarters = unpackedQuarters(in, count);
        HashSample title = HashSample.readFrom(in, titleCount, TITLE_TOKENS);
        HashSample numbers = HashSample.readFrom(in, numberCount, NUMBERS);
        return TextTrace.readFrom(in)
                .filter(trace -> !in.hasRemaining())
                .map(trace -> new ShingleSketch(distinct, words, title, values, quarters, numbers, trace));
    }

    private static boolean within(int count, int most) {
        return count >= 0 && count <= most;
    }

    private static byte[] unpackedQuarters(ByteBuffer in, int count) {
        byte[] quarters = new byte[count];
        int four = 0;
        for (int i = 0; i < count; i++) {
            four = i % 4 == 0 ? in.get() : four >> 2;
            quarters[i] = (byte) (four & 3);
        }
        return quarters;
    }

    private static int packedQuarters(int count) {
        return (count + 3) / 4;
    }
}
