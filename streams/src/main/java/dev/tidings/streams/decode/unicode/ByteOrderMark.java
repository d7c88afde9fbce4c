package dev.tidings.streams.decode.unicode;

import dev.tidings.streams.decode.charset.CharsetCandidate;
import dev.tidings.streams.decode.charset.DecodeAttempt;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.LossyText;
import dev.tidings.streams.decode.charset.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;

/** The bytes themselves say what they are: a byte order mark of UTF-8, UTF-16 or UTF-32. */
public final class ByteOrderMark implements CharsetCandidate {

    /** UTF-32 first: its little-endian mark begins with that of UTF-16. */
    private enum Mark {
        UTF_32_BE("UTF-32BE", "\u0000\u0000\u00fe\u00ff"),
        UTF_32_LE("UTF-32LE", "\u00ff\u00fe\u0000\u0000"),
        UTF_8("UTF-8", "\u00ef\u00bb\u00bf"),
        UTF_16_BE("UTF-16BE", "\u00fe\u00ff"),
        UTF_16_LE("UTF-16LE", "\u00ff\u00fe");

        private final String charset;
        private final String bytes;

        /** Takes the bytes as characters U+0000 to U+00FF. */
        Mark(String charset, String bytes) {
            this.charset = charset;
            this.bytes = bytes;
        }
    }

    @Override
    public Optional<DecodeAttempt> tryDecode(Payload payload) {
        return Arrays.stream(Mark.values())
                .filter(mark -> payload.startsWith(mark.bytes))
                .findFirst()
                .map(mark -> decodeAfterMark(payload.sliceFrom(mark.bytes.length()), Charset.forName(mark.charset)));
    }

    private static DecodeAttempt decodeAfterMark(ByteBuffer bytes, Charset charset) {
        return DecodeAttempt.ofLossyText(LossyText.decode(bytes, charset), charset, DetectedCharset.BOM);
    }
}
