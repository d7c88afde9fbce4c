package dev.tidings.producer.format.standard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tidings.kafka.settings.NearestName;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.producer.format.DeclaredFormat;
import dev.tidings.producer.format.InputFormat;
import dev.tidings.producer.format.InputFormats;
import dev.tidings.producer.format.SuppliedMetadata;
import dev.tidings.producer.source.FolderScan;
import dev.tidings.text.vocabulary.CustomMapping;
import dev.tidings.text.vocabulary.YamlText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What somebody knows of all files of a folder and no file says: it stands in {@value FolderScan#DECLARATION} there, by
 * key and value. What an article states itself goes before it, and so does what a command is told.
 *
 * @param type name of the one format of all files; empty when each is looked at
 * @param declared what holds for every article
 * @param mapping which keys of JSON hold what; empty when that is looked for
 */
public record SourceDeclaration(Optional<String> type, SuppliedMetadata declared, Optional<CustomMapping> mapping) {

    private static final List<String> KEYS =
            List.of("author", "charset", "date", "lang", "mapping", "publisher", "rights", "type", "url");

    private static final String MAPPING = "mapping";

    private static final long MAX_BYTES = 64 * 1024;
    private static final int MAX_SHOWN = 40;

    private static final SourceDeclaration NONE =
            new SourceDeclaration(Optional.empty(), SuppliedMetadata.NONE, Optional.empty());

    /**
     * Reads what stands in a folder; a folder without such a file declares nothing.
     *
     * @throws SettingsException when the file cannot be used; the message names key, value and what was expected
     */
    public static SourceDeclaration read(Path folder) {
        Path file = folder.resolve(FolderScan.DECLARATION);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return NONE;
        }
        Map<String, String> values = new TreeMap<>();
        JsonNode object = objectIn(file);
        object.properties().forEach(entry -> {
            String key = knownKey(file, entry.getKey());
            if (!key.equals(MAPPING)) {
                values.put(key, textOf(file, key, entry.getValue()));
            }
        });
        return of(file, values, mappingIn(file, object.path(MAPPING)));
    }

    private static Optional<CustomMapping> mappingIn(Path file, JsonNode value) {
        try {
            return value.isMissingNode() ? Optional.empty() : Optional.of(CustomMapping.of(value));
        } catch (IllegalArgumentException e) {
            throw refused(file, "mapping: " + e.getMessage());
        }
    }

    private static JsonNode objectIn(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw refused(file, "it has more than " + MAX_BYTES + " bytes");
            }
            return YamlText.read(Files.readString(file))
                    .filter(JsonNode::isObject)
                    .orElseThrow(() -> refused(file, "expected lines of 'key: value', as 'lang: ckb'"));
        } catch (IOException e) {
            throw refused(file, "it cannot be read; check that it is UTF-8, and its permissions");
        }
    }

    private static String knownKey(Path file, String key) {
        if (!KEYS.contains(key)) {
            String near = NearestName.nearestTo(key, KEYS)
                    .map(name -> "; did you mean " + name + "?")
                    .orElse("");
            throw refused(
                    file, "'" + shown(key) + "' is no key" + near + " Expected one of " + String.join(", ", KEYS));
        }
        return key;
    }

    private static String textOf(Path file, String key, JsonNode value) {
        if (!value.isValueNode() || value.asText().isBlank()) {
            throw refused(file, key + " expects one value");
        }
        return value.asText().strip();
    }

    private static SourceDeclaration of(Path file, Map<String, String> values, Optional<CustomMapping> mapping) {
        Optional<String> type = Optional.ofNullable(values.get("type"));
        type.filter(name -> StandardFormats.formats().named(name).isEmpty()).ifPresent(name -> {
            throw refused(
                    file,
                    "type '" + shown(name) + "' is no format; expected one of "
                            + StandardFormats.formats().formats().stream()
                                    .map(InputFormat::name)
                                    .collect(Collectors.joining(", ")));
        });
        Optional.ofNullable(values.get("charset"))
                .filter(name -> !isCharset(name))
                .ifPresent(name -> {
                    throw refused(file, "charset '" + shown(name) + "' is not known; give a name like windows-1256");
                });
        return new SourceDeclaration(
                type,
                SuppliedMetadata.builder()
                        .charset(values.get("charset"))
                        .language(values.get("lang"))
                        .url(values.get("url"))
                        .published(values.get("date"))
                        .author(values.get("author"))
                        .credit(values.get("publisher"), "publisher")
                        .attribute("rights", values.get("rights"))
                        .build(),
                mapping);
    }

    private static boolean isCharset(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static SettingsException refused(Path file, String message) {
        return new SettingsException(file + ": " + message);
    }

    private static String shown(String text) {
        return text.codePoints()
                .limit(MAX_SHOWN)
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns the formats with what is declared here. */
    public InputFormats declare(InputFormats formats) {
        if (equals(NONE)) {
            return formats;
        }
        InputFormats mapped =
                mapping.map(CustomMapping::definition).map(formats::withMapping).orElse(formats);
        Optional<InputFormat> only = type.flatMap(mapped::named);
        return new InputFormats(only.map(format -> List.<InputFormat>of(new DeclaredFormat(format, declared, true)))
                .orElseGet(() -> mapped.formats().stream()
                        .<InputFormat>map(format -> new DeclaredFormat(format, declared, false))
                        .toList()));
    }
}
