package dev.tidings.producer.source;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The name of a file as text in NFC, the same in every locale: Java decodes file names by the locale of the process, so
 * under {@code LANG=C} two Kurdish names would be one. A byte that is not UTF-8 becomes U+FFFD and its two hexadecimal
 * digits, which keeps different names different.
 *
 * @param text the name, NFC
 * @param utf8 false when the name on disk is not valid UTF-8
 */
record FileName(String text, boolean utf8) {

    private static final char REPLACEMENT = '\ufffd';
    private static final HexFormat HEX = HexFormat.of();
    /** What downloads, uploads and editors append to the name of a file that is not finished. */
    private static final List<String> UNFINISHED =
            List.of("~", ".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", ".download", ".swp", ".swx");

    /** Returns the last name of a path. */
    static FileName nameOf(Path name) {
        String text = name.toString();
        return US_ASCII.newEncoder().canEncode(text) ? new FileName(text, true) : decodeName(bytesOf(name));
    }

    /** The uri of a path spells its bytes as the file system has them, whatever the locale makes of them. */
    private static byte[] bytesOf(Path name) {
        String raw = name.toUri().getRawPath();
        String path = raw.endsWith("/") ? raw.substring(0, raw.length() - 1) : raw;
        return unescapeName(path.substring(path.lastIndexOf('/') + 1));
    }

    private static byte[] unescapeName(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < escaped.length(); i++) {
            if (escaped.charAt(i) == '%') {
                bytes.write(HexFormat.fromHexDigits(escaped, i + 1, i + 3));
                i += 2;
            } else {
                bytes.writeBytes(escaped.substring(i, i + 1).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static FileName decodeName(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(3 * bytes.length);
        boolean valid = true;
        CharsetDecoder decoder = UTF_8.newDecoder();
        for (CoderResult result = decoder.decode(in, out, true);
                result.isMalformed();
                result = decoder.decode(in, out, true)) {
            valid = false;
            for (int i = 0; i < result.length(); i++) {
                out.put(REPLACEMENT).put(HEX.toHexDigits(in.get()));
            }
        }
        return new FileName(Normalizer.normalize(out.flip(), Normalizer.Form.NFC), valid);
    }

    /** Returns whether the name marks a file that is hidden or still being written. */
    boolean isTemporary() {
        String lower = text.toLowerCase(Locale.ROOT);
        return text.startsWith(".") || UNFINISHED.stream().anyMatch(lower::endsWith);
    }
}
