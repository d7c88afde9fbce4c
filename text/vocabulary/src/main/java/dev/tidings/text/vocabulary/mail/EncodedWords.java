package dev.tidings.text.vocabulary.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes words of mail headers, {@code =?UTF-8?B?…?=} (RFC 2047). The bytes of neighbours in one charset are joined
 * before they are decoded, since many programs cut letters of several bytes in two, which the RFC forbids.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]*)\\?=");

    /** Charsets that are declared where their superset is meant. */
    private static final Map<String, String> SUPERSETS = Map.of(
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "iso-8859-1", "windows-1252",
            "us-ascii", "windows-1252",
            "iso-8859-9", "windows-1254",
            "ks_c_5601-1987", "x-windows-949",
            "euc-kr", "x-windows-949",
            "shift_jis", "windows-31j");

    private final StringBuilder decoded = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";

    private EncodedWords() {}

    /** Returns the text with its encoded words decoded; what cannot be decoded stays as it is. */
    static String decode(String text) {
        return text.contains("=?") ? new EncodedWords().decodeAll(text) : text;
    }

    private String decodeAll(String text) {
        Matcher word = WORD.matcher(text);
        int end = 0;
        while (word.find()) {
            String between = text.substring(end, word.start());
            boolean neighbour = end > 0 && between.isBlank();
            String charset = charsetOf(word.group(1));
            if (!neighbour || !charset.equals(pendingCharset)) {
                flush();
            }
            decoded.append(neighbour ? "" : between);
            pendingCharset = charset;
            pending.writeBytes(bytesOf(word.group(2), word.group(3)));
            end = word.end();
        }
        flush();
        return decoded.append(text, end, text.length()).toString();
    }

    /** A charset may have a language behind it (RFC 2231). */
    private static String charsetOf(String name) {
        int language = name.indexOf('*');
        String charset = (language < 0 ? name : name.substring(0, language)).toLowerCase(Locale.ROOT);
        return SUPERSETS.getOrDefault(charset, charset);
    }

    private void flush() {
        if (pending.size() > 0) {
            decoded.append(textOf(pending.toByteArray(), pendingCharset));
            pending.reset();
        }
    }

    private static String textOf(byte[] bytes, String charset) {
        try {
            return Charset.forName(charset)
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            // A wrong name is common; UTF-8 is what is mostly meant by it.
            return new String(bytes, UTF_8);
        }
    }

    private static byte[] bytesOf(String encoding, String content) {
        return encoding.equalsIgnoreCase("q") ? quoted(content) : base64(content);
    }

    private static byte[] base64(String content) {
        String digits = content.replaceAll("[^A-Za-z0-9+/]", "");
        // A single digit at the end is no byte.
        String whole = digits.length() % 4 == 1 ? digits.substring(0, digits.length() - 1) : digits;
        return Base64.getDecoder().decode(whole);
    }

    private static byte[] quoted(String content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int code = c == '=' && i + 2 < content.length() ? hexOf(content.charAt(i + 1), content.charAt(i + 2)) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else if (c == '_') {
                bytes.write(' ');
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static int hexOf(char high, char low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : 16 * first + second;
    }
}
