package dev.tidings.producer.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.kafka.settings.SettingsException;
import java.nio.file.Path;
import java.text.Normalizer;

/**
 * A folder that articles come from, with the name that all their uris begin with.
 *
 * @param name NFC, without {@code /} and control characters, 1 to 255 bytes of UTF-8
 * @param realPath the folder, with every link resolved
 */
public record SourceRoot(String name, Path realPath) {

    private static final int MAX_NAME_BYTES = 255;

    /**
     * Checks the name.
     *
     * @throws SettingsException when it cannot be the first part of a uri
     */
    public SourceRoot {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        if (name.isBlank() || name.equals(".") || name.equals("..")) {
            throw refusedName(name, "a name with letters or digits");
        }
        if (name.indexOf('/') >= 0 || name.chars().anyMatch(Character::isISOControl)) {
            throw refusedName(name, "a name without '/' and control characters");
        }
        if (name.getBytes(UTF_8).length > MAX_NAME_BYTES) {
            throw refusedName(name, "a name of at most " + MAX_NAME_BYTES + " bytes");
        }
    }

    private static SettingsException refusedName(String name, String expected) {
        String shown = name.codePoints()
                .limit(40)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new SettingsException(
                "source name '" + shown + "' cannot be used: expected " + expected + "; give one with --source NAME");
    }

    /** Returns the uri of an input of this root: {@code <name>/<relative path>}. */
    public String uriOf(String relativePath) {
        return name + "/" + relativePath;
    }
}
