package dev.tidings.streams.decode.legacy;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** The words of a payload that tell its charset: those that are not all ASCII. */
final class LegacySample {

    private static final int MAX_BYTES = 2_048;
    private static final int MAX_WORD_BYTES = 512;

    private LegacySample() {}

    /** Returns such words with a space after each, up to about 2 KiB; no bytes when all is ASCII. */
    static byte[] sampleWords(ByteBuffer bytes) {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        int start = bytes.position();
        boolean telling = false;
        for (int i = bytes.position(); i < bytes.limit() && sample.size() < MAX_BYTES; i++) {
            byte b = bytes.get(i);
            if (!partsWords(b)) {
                telling |= b < 0;
            } else {
                if (telling) {
                    writeWord(bytes, start, i, sample);
                }
                start = i + 1;
                telling = false;
            }
        }
        if (telling && sample.size() < MAX_BYTES) {
            writeWord(bytes, start, bytes.limit(), sample);
        }
        return sample.toByteArray();
    }

    /** No second byte of a multi-byte charset is one of these. */
    private static boolean partsWords(byte b) {
        return (b >= 0 && b <= ' ') || b == '<' || b == '>' || b == '"';
    }

    private static void writeWord(ByteBuffer bytes, int start, int end, ByteArrayOutputStream sample) {
        for (int i = start; i < Math.min(end, start + MAX_WORD_BYTES); i++) {
            sample.write(bytes.get(i));
        }
        sample.write(' ');
    }
}
