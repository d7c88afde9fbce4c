package dev.tidings.text.vocabulary.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.tidings.text.vocabulary.MemberText;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.RawField;
import org.apache.james.mime4j.stream.RawFieldParser;
import org.apache.james.mime4j.util.ByteSequence;

/** The header of a mail or of a part of one. Fields keep their bytes until their charset is known. For one thread. */
final class MailHeader {

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final Map<String, List<String>> fields = new TreeMap<>();

    /** Adds a field, its bytes as characters U+0000 to U+00FF. */
    void add(Field field) {
        ByteSequence raw = field.getRaw();
        String line = raw == null ? field.getName() + ":" + field.getBody() : textOf(raw);
        String value = line.substring(line.indexOf(':') + 1).strip();
        fields.computeIfAbsent(field.getName().toLowerCase(Locale.ROOT).strip(), name -> new ArrayList<>())
                .add(FOLD.matcher(value).replaceAll(" "));
    }

    private static String textOf(ByteSequence raw) {
        return new String(raw.toByteArray(), ISO_8859_1);
    }

    /** Returns whether there is such a field; lower case. */
    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Returns the first field of a name as it stood, on one line. */
    Optional<String> raw(String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /**
     * Returns the first field of a name as text on one line, encoded words decoded.
     *
     * @param charset charset of the mail, for bytes that are not in UTF-8
     */
    Optional<String> text(String name, Optional<String> charset) {
        return raw(name)
                .map(value -> EncodedWords.decode(decoded(value, charset)))
                .map(value -> BLANKS.matcher(value).replaceAll(" ").strip())
                .filter(value -> !value.isEmpty());
    }

    /** Returns a parameter of the first field of a name; lower case. */
    Optional<String> parameter(String name, String parameter) {
        return raw(name)
                .map(value -> RawFieldParser.DEFAULT.parseRawBody(new RawField(name, value)))
                .flatMap(body -> body.getParams().stream()
                        .filter(pair -> pair.getName().equalsIgnoreCase(parameter))
                        .map(pair -> String.valueOf(pair.getValue()).strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst());
    }

    static String decoded(String value, Optional<String> charset) {
        return MemberText.decode(ByteBuffer.wrap(value.getBytes(ISO_8859_1)), charset);
    }
}
