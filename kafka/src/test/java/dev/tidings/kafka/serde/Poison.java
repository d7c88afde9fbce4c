package dev.tidings.kafka.serde;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Records that nobody of ours writes and anybody may, made of one that is good and of an event of another kind. */
@SuppressWarnings("ImmutableEnumChecker") // what makes a poison has no state, which nothing can tell of a lambda
public enum Poison {
    TOMBSTONE(value -> null),
    TOMBSTONE_WITHOUT_KEY(key -> null, (good, other) -> null),
    TOMBSTONE_OF_A_JUNK_KEY(key -> bytes(0xff, 0xfe, '#', '>'), (good, other) -> null),
    EMPTY("not_avro", good -> new byte[0]),
    ONE_BYTE("not_avro", good -> new byte[1]),
    TWO_BYTES("not_avro", good -> new byte[2]),
    THREE_BYTES("not_avro", good -> Arrays.copyOf(good, 3)),
    FOUR_BYTES("not_avro", good -> Arrays.copyOf(good, 4)),
    PLAIN_TEXT("not_avro", good -> "just text".getBytes(UTF_8)),
    JSON("not_avro", good -> "{\"schema\": 1}".getBytes(UTF_8)),
    ANOTHER_FORMAT("not_avro", good -> withFirst(good, 1)),
    JUNK_WITHOUT_KEY("not_avro", key -> null, (good, other) -> "junk".getBytes(UTF_8)),
    ID_THAT_NOBODY_KNOWS("unknown_schema", good -> withId(good, 987_654)),
    ID_ZERO("unknown_schema", good -> withId(good, 0)),
    ID_BELOW_ZERO("unknown_schema", good -> withId(good, -1)),
    ID_OF_ANOTHER_EVENT("malformed", key -> key, (good, other) -> withId(good, id(other))),
    ANOTHER_EVENT("malformed", key -> key, (good, other) -> other),
    ID_AND_NOTHING_ELSE("truncated", good -> Arrays.copyOf(good, 5)),
    HALF("truncated", good -> Arrays.copyOf(good, 5 + (good.length - 5) / 2)),
    LAST_BYTE_MISSING("truncated", good -> Arrays.copyOf(good, good.length - 1)),
    ONE_BYTE_TOO_MANY("malformed", good -> Arrays.copyOf(good, good.length + 1)),
    TWO_IN_ONE("malformed", good -> joined(good, good)),
    /** A text of 1.5 GB, claimed by 20 bytes. */
    TEXT_OF_GIGABYTES("malformed", good -> Arrays.copyOf(joined(head(good), varint(1_500_000_000)), 20)),
    /** A text that would fit into a record, but not into this one. */
    TEXT_OF_MEGABYTES("truncated", good -> Arrays.copyOf(joined(head(good), varint(9_000_000)), 20)),
    TEXT_OF_NEGATIVE_LENGTH("malformed", good -> Arrays.copyOf(joined(head(good), varint(-9)), 20)),
    NUMBER_WITHOUT_END("malformed", good -> joined(head(good), filled(40, 0xff))),
    ZEROS("malformed", good -> joined(head(good), filled(500_000, 0))),
    NOISE(Set.of("malformed", "truncated"), good -> joined(head(good), noise())),
    GOOD_WITHOUT_KEY(Set.of(), key -> null, (good, other) -> good),
    GOOD_WITH_A_JUNK_KEY(Set.of(), key -> bytes(0xff, 0, 0xfe), (good, other) -> good);

    private final Set<String> reasons;
    private final UnaryOperator<byte[]> key;
    private final BinaryOperator<byte[]> value;

    Poison(UnaryOperator<byte[]> value) {
        this(Set.of(), value);
    }

    Poison(UnaryOperator<byte[]> key, BinaryOperator<byte[]> value) {
        this(Set.of(), key, value);
    }

    Poison(String reason, UnaryOperator<byte[]> value) {
        this(Set.of(reason), value);
    }

    Poison(String reason, UnaryOperator<byte[]> key, BinaryOperator<byte[]> value) {
        this(Set.of(reason), key, value);
    }

    Poison(Set<String> reasons, UnaryOperator<byte[]> value) {
        this(reasons, key -> key, (good, other) -> value.apply(good));
    }

    Poison(Set<String> reasons, UnaryOperator<byte[]> key, BinaryOperator<byte[]> value) {
        this.reasons = reasons;
        this.key = key;
        this.value = value;
    }

    /** The codes under which it may become a dead letter; none for what is no bad value. */
    public Set<String> reasons() {
        return reasons;
    }

    /** Whether it is an event as good as any, which a reader may take. */
    public boolean isGood() {
        return name().startsWith("GOOD");
    }

    public byte @Nullable [] key(byte[] good) {
        return key.apply(good);
    }

    /**
     * Its value.
     *
     * @param good value of an event of the topic
     * @param other value of an event of another topic
     */
    public byte @Nullable [] value(byte[] good, byte[] other) {
        return value.apply(good, other);
    }

    private static int id(byte[] value) {
        return ByteBuffer.wrap(value, 1, Integer.BYTES).getInt();
    }

    private static byte[] withId(byte[] value, int id) {
        byte[] changed = value.clone();
        ByteBuffer.wrap(changed).putInt(1, id);
        return changed;
    }

    private static byte[] withFirst(byte[] value, int first) {
        byte[] changed = value.clone();
        changed[0] = (byte) first;
        return changed;
    }

    private static byte[] head(byte[] value) {
        return Arrays.copyOf(value, 5);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] filled(int length, int with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    private static byte[] noise() {
        byte[] bytes = new byte[5_000];
        new Random(42).nextBytes(bytes);
        return bytes;
    }

    private static byte[] bytes(int... values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Arrays.stream(values).forEach(bytes::write);
        return bytes.toByteArray();
    }

    /** A number as Avro writes it. */
    static byte[] varint(long value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long zigzag = (value << 1) ^ (value >> 63);
        while ((zigzag & ~0x7fL) != 0) {
            bytes.write((int) ((zigzag & 0x7f) | 0x80));
            zigzag >>>= 7;
        }
        bytes.write((int) zigzag);
        return bytes.toByteArray();
    }
}
