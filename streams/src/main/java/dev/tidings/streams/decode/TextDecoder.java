package dev.tidings.streams.decode;

import dev.tidings.streams.RejectedInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns bytes into text: the first candidate that applies decides the charset.
 *
 * <p>The order is that of trust: byte order mark; charset declared by the source or the page, if every byte fits; UTF-16 by
 * its columns; UTF-8 if every byte fits; UTF-8 with little damage; the legacy charset in which the letters make words;
 * UTF-8 with replacements. Safe for use by many threads.
 */
public final class TextDecoder {

    /** Name and version of the cascade, for the provenance. */
    public static final String VERSION = "charset-cascade/2";

    /** Share of replaced characters above which a text is not worth reading. */
    static final double MOST_REPLACED = 0.01;

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final List<CharsetCandidate> cascade = List.of(
            new ByteOrderMark(),
            new DeclaredCharset(),
            new Utf16Columns(),
            new StrictUtf8(),
            DamagedUtf8.whenMostlyGood(),
            new LegacyText(),
            DamagedUtf8.always());

    /**
     * Returns the text of a payload; an empty payload is an empty text.
     *
     * @throws RejectedInputException {@code binary} when the bytes are another format, {@code undecodable} when more than
     *     1 % of the characters had to be replaced
     */
    public DecodedText decode(Payload payload) {
        BinaryFormat.of(payload).ifPresent(TextDecoder::rejectBinary);
        Reading reading = cascade.stream()
                .map(candidate -> candidate.read(payload))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
        rejectUnreadable(reading);
        return decoded(payload, reading);
    }

    private static DecodedText decoded(Payload payload, Reading reading) {
        ControlCharacters.Clean clean = ControlCharacters.remove(reading.text());
        List<String> flags = new ArrayList<>();
        if (isConflict(payload, reading)) {
            flags.add(DecodedText.CHARSET_CONFLICT);
        }
        if (reading.origin() == CharsetOrigin.DETECTED) {
            flags.add(DecodedText.CHARSET_GUESSED);
        }
        if (reading.replaced() > 0) {
            flags.add(DecodedText.LOSSY_DECODE);
        }
        if (clean.changed()) {
            flags.add(DecodedText.CONTROL_CHARS_REMOVED);
        }
        return new DecodedText(
                withoutMark(clean.text()),
                reading.charset().name(),
                reading.origin(),
                reading.confidence(),
                reading.replaced(),
                flags);
    }

    /** A mark in the bytes proves itself; of what was only said, everything has to agree. */
    private static boolean isConflict(Payload payload, Reading reading) {
        List<String> declarations = payload.declarations();
        return switch (reading.origin()) {
            case BOM -> false;
            case DECLARED ->
                !declarations.stream()
                        .allMatch(name -> WebCharset.named(name)
                                .filter(charset -> charset.means(reading.charset()))
                                .isPresent());
            case STRICT_UTF8, DETECTED, FALLBACK -> !declarations.isEmpty();
        };
    }

    /** A mark may still stand there when the source declared the charset, or wrote two. */
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

    private static void rejectUnreadable(Reading reading) {
        if (reading.replaced() == 0) {
            return;
        }
        long characters = reading.text().codePointCount(0, reading.text().length());
        boolean cutShort = reading.replaced() == 1 && reading.origin() == CharsetOrigin.STRICT_UTF8;
        if (reading.replaced() > MOST_REPLACED * characters && !cutShort) {
            throw new RejectedInputException(
                    "undecodable",
                    reading.replaced() + " of " + characters + " characters could not be read as "
                            + reading.charset().name() + "; declare the charset or convert the file to UTF-8");
        }
    }
}
