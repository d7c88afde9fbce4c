package dev.tidings.streams.decode.unicode;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import dev.tidings.streams.decode.charset.CharsetCandidate;
import dev.tidings.streams.decode.charset.DecodeAttempt;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.decode.charset.StrictText;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * UTF-16 without a byte order mark: every second byte is one of a few low numbers, the blocks of an alphabet and of the
 * space. Ideographs have no such column, so texts of them need a mark or a declaration.
 */
public final class Utf16Columns implements CharsetCandidate {

    private static final int MIN_UNITS = 4;
    private static final int MAX_UNITS = 4_096;

    /** Enough to pass over nearly every text that is none. */
    private static final int AT_A_GLANCE = 64;

    private static final int BLOCKS = 3;
    private static final double COVERED_SHARE_THRESHOLD = 0.9;
    private static final double LOW_BYTE_SHARE_THRESHOLD = 0.5;
    private static final double LETTER_SHARE_THRESHOLD = 0.4;

    @Override
    public Optional<DecodeAttempt> tryDecode(Payload payload) {
        ByteBuffer bytes = payload.bytes();
        return Stream.of(UTF_16LE, UTF_16BE)
                .filter(charset -> hasColumn(bytes, charset.equals(UTF_16LE) ? 1 : 0, AT_A_GLANCE))
                .filter(charset -> hasColumn(bytes, charset.equals(UTF_16LE) ? 1 : 0, MAX_UNITS))
                .flatMap(charset -> decodeUtf16(bytes, charset).stream())
                .findFirst();
    }

    private static boolean hasColumn(ByteBuffer bytes, int column, int most) {
        int units = Math.min(bytes.remaining() / 2, most);
        int[] counts = new int[256];
        for (int unit = 0; unit < units; unit++) {
            counts[Byte.toUnsignedInt(bytes.get(2 * unit + column))]++;
        }
        int low = -counts['\n'] - counts['\r'];
        for (int b = 0; b < ' '; b++) {
            low += counts[b];
        }
        return units >= MIN_UNITS
                && low >= LOW_BYTE_SHARE_THRESHOLD * units
                && covered(counts) >= COVERED_SHARE_THRESHOLD * units;
    }

    private static int covered(int[] counts) {
        return Arrays.stream(counts).sorted().skip(counts.length - BLOCKS).sum();
    }

    private static Optional<DecodeAttempt> decodeUtf16(ByteBuffer bytes, Charset charset) {
        boolean cut = bytes.remaining() % 2 == 1;
        ByteBuffer whole = bytes.duplicate().limit(bytes.limit() - (cut ? 1 : 0));
        return StrictText.decode(whole, charset)
                .filter(Utf16Columns::isText)
                .map(text -> new DecodeAttempt(
                        cut ? text + '\ufffd' : text,
                        charset,
                        DetectedCharset.DETECTED,
                        COVERED_SHARE_THRESHOLD,
                        cut ? 1 : 0));
    }

    private static boolean isText(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            int type = Character.getType(text.charAt(i));
            if (type == Character.PRIVATE_USE || type == Character.UNASSIGNED || text.charAt(i) == 0) {
                return false;
            }
            letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
        }
        return letters >= LETTER_SHARE_THRESHOLD * text.length();
    }
}
