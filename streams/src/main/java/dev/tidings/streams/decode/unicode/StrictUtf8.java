package dev.tidings.streams.decode.unicode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.streams.decode.charset.CharsetCandidate;
import dev.tidings.streams.decode.charset.DecodeAttempt;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.decode.charset.StrictText;
import java.nio.ByteBuffer;
import java.util.Optional;

/** UTF-8, when every byte fits, a cut last character aside: other charsets hardly ever do by accident. */
public final class StrictUtf8 implements CharsetCandidate {

    private static final int MAX_TAIL_BYTES = 3;

    @Override
    public Optional<DecodeAttempt> tryDecode(Payload payload) {
        return StrictText.decode(payload.bytes(), UTF_8)
                .map(text -> DecodeAttempt.ofStrictText(text, UTF_8, DetectedCharset.STRICT_UTF8))
                .or(() -> decodeTruncated(payload.bytes()));
    }

    /**
     * A file cut by size often ends inside a character. Some whole one must be there to tell it from other charsets.
     */
    private static Optional<DecodeAttempt> decodeTruncated(ByteBuffer bytes) {
        int tail = incompleteTailLength(bytes);
        return tail == 0
                ? Optional.empty()
                : StrictText.decode(bytes.duplicate().limit(bytes.limit() - tail), UTF_8)
                        .filter(text -> text.chars().anyMatch(c -> c > 0x7f))
                        .map(text -> new DecodeAttempt(text + '\ufffd', UTF_8, DetectedCharset.STRICT_UTF8, 1, 1));
    }

    /** Returns the length of a character at the end that lacks bytes; 0 when there is none. */
    private static int incompleteTailLength(ByteBuffer bytes) {
        for (int length = 1; length <= Math.min(MAX_TAIL_BYTES, bytes.remaining()); length++) {
            int b = Byte.toUnsignedInt(bytes.get(bytes.limit() - length));
            if (b >= 0xc2) {
                int needed = b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
                return length < needed ? length : 0;
            }
            if (b < 0x80) {
                return 0;
            }
        }
        return 0;
    }
}
