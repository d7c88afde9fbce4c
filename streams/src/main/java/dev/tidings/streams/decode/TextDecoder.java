package dev.tidings.streams.decode;

import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.decode.charset.CharsetCandidate;
import dev.tidings.streams.decode.charset.DeclaredCharset;
import dev.tidings.streams.decode.charset.DecodeAttempt;
import dev.tidings.streams.decode.charset.DetectedCharset;
import dev.tidings.streams.decode.charset.Payload;
import dev.tidings.streams.decode.charset.WebCharset;
import dev.tidings.streams.decode.legacy.LegacyText;
import dev.tidings.streams.decode.repair.ControlCharacters;
import dev.tidings.streams.decode.repair.DamagedUtf8;
import dev.tidings.streams.decode.unicode.ByteOrderMark;
import dev.tidings.streams.decode.unicode.StrictUtf8;
import dev.tidings.streams.decode.unicode.Utf16Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes into text: the first candidate that applies decides the charset.
 *
 * <p>The order is that of trust: byte order mark; charset declared by the source or the page, if every byte fits;
 * UTF-16 by its columns; UTF-8 if every byte fits; UTF-8 with little damage; the legacy charset in which the letters
 * make words; UTF-8 with replacements. Safe for use by many threads.
 */
public final class TextDecoder {

    /** Name and version of the cascade, for the provenance. */
    public static final String VERSION = "charset-cascade/2";

    /** Share of replaced characters above which a text is not worth reading. */
    static final double REPLACED_SHARE_THRESHOLD = 0.01;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final List<CharsetCandidate> cascade = List.of(
            new ByteOrderMark(),
            new DeclaredCharset(),
            new Utf16Columns(),
            new StrictUtf8(),
            DamagedUtf8.whenMostlyGood(),
            new LegacyText(),
            DamagedUtf8.asLastResort());

    /**
     * Returns the text of a payload; an empty payload is an empty text.
     *
     * @throws RejectedInputException {@code binary} when the bytes are another format, {@code undecodable} when more
     *     than 1 % of the characters had to be replaced
     */
    public DecodedText decode(Payload payload) {
        BinaryFormat.of(payload).ifPresent(TextDecoder::rejectBinary);
        DecodeAttempt decodeAttempt = firstAttempt(payload);
        rejectUnreadable(decodeAttempt);
        return toDecodedText(payload, decodeAttempt);
    }

    private DecodeAttempt firstAttempt(Payload payload) {
        for (CharsetCandidate candidate : cascade) {
            Optional<DecodeAttempt> attempt = candidate.tryDecode(payload);
            if (attempt.isPresent()) {
                return attempt.get();
            }
        }
        throw new IllegalStateException("the last resort reads everything");
    }

    private static DecodedText toDecodedText(Payload payload, DecodeAttempt decodeAttempt) {
        ControlCharacters.Clean clean = ControlCharacters.removeControls(decodeAttempt.text());
        List<String> flags = new ArrayList<>();
        if (isConflict(payload, decodeAttempt)) {
            flags.add(DecodedText.CHARSET_CONFLICT);
        }
        if (decodeAttempt.origin() == DetectedCharset.DETECTED) {
            flags.add(DecodedText.CHARSET_GUESSED);
        }
        if (decodeAttempt.replaced() > 0) {
            flags.add(DecodedText.LOSSY_DECODE);
        }
        if (clean.changed()) {
            flags.add(DecodedText.CONTROL_CHARS_REMOVED);
        }
        return new DecodedText(
                withoutMark(clean.text()),
                decodeAttempt.charset().name(),
                decodeAttempt.origin(),
                decodeAttempt.confidence(),
                decodeAttempt.replaced(),
                flags);
    }

    /**
     * Returns whether a declaration contradicts the charset that was chosen. A byte order mark proves itself; of what
     * was only declared, everything has to agree.
     */
    private static boolean isConflict(Payload payload, DecodeAttempt decodeAttempt) {
        List<String> declarations = payload.declarations();
        return switch (decodeAttempt.origin()) {
            case BOM -> false;
            case DECLARED ->
                !declarations.stream()
                        .allMatch(name -> WebCharset.forName(name)
                                .filter(charset -> charset.acceptsCharset(decodeAttempt.charset()))
                                .isPresent());
            case STRICT_UTF8, DETECTED, FALLBACK -> !declarations.isEmpty();
        };
    }

    /**
     * Returns the text without a byte order mark, which is still there when the source declared the charset, or wrote
     * two.
     */
    private static String withoutMark(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == BYTE_ORDER_MARK) {
            start++;
        }
        return text.substring(start);
    }

    private static void rejectBinary(BinaryFormat format) {
        throw new RejectedInputException(
                "binary", "the input is " + format.name().toLowerCase(Locale.ROOT) + " data, not text");
    }

    private static void rejectUnreadable(DecodeAttempt decodeAttempt) {
        if (decodeAttempt.replaced() == 0) {
            return;
        }
        long characters =
                decodeAttempt.text().codePointCount(0, decodeAttempt.text().length());
        boolean cutShort = decodeAttempt.replaced() == 1 && decodeAttempt.origin() == DetectedCharset.STRICT_UTF8;
        if (decodeAttempt.replaced() > REPLACED_SHARE_THRESHOLD * characters && !cutShort) {
            throw new RejectedInputException(
                    "undecodable",
                    decodeAttempt.replaced() + " of " + characters + " characters could not be read as "
                            + decodeAttempt.charset().name() + "; declare the charset or convert the file to UTF-8");
        }
    }
}
