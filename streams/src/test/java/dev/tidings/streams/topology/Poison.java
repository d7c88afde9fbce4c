package dev.tidings.streams.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Records that are no articles, made of the bytes of one that is. */
public enum Poison {
    TOMBSTONE("tombstone") {
        @Override
        public byte[] value(byte[] good) {
            return null;
        }
    },
    EMPTY("not_avro") {
        @Override
        public byte[] value(byte[] good) {
            return new byte[0];
        }
    },
    PLAIN_TEXT("not_avro") {
        @Override
        public byte[] value(byte[] good) {
            return "just text".getBytes(UTF_8);
        }
    },
    TRUNCATED("truncated") {
        @Override
        public byte[] value(byte[] good) {
            return Arrays.copyOf(good, good.length / 2);
        }
    },
    CLAIMS_TO_BE_LONG("malformed") {
        @Override
        public byte[] value(byte[] good) {
            byte[] bytes = Arrays.copyOf(good, 10);
            Arrays.fill(bytes, 5, 9, (byte) 0xff);
            bytes[9] = 0x0e;
            return bytes;
        }
    };

    private final String reason;

    Poison(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public abstract byte[] value(byte[] good);
}
