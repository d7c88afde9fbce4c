package dev.tidings.app.cli.settings;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * A settings file in the properties format, UTF-8.
 *
 * @param name of the file, for messages; empty when there is none
 * @param entries its settings
 */
record SettingsFile(String name, Map<String, String> entries) {
    /** No file. */
    static final SettingsFile NONE = new SettingsFile("", Map.of());

    private static final String VARIABLE = "TIDINGS_CONFIG";
    private static final String USUAL_NAME = "tidings.properties";

    /** Reads the file that an option or the environment names, else the usual one if it exists. */
    static SettingsFile findFile(Optional<Path> named, Console console) {
        Optional<Path> wanted = named.or(
                () -> Optional.ofNullable(console.environment().get(VARIABLE)).map(Path::of));
        Path file = console.directory().resolve(wanted.orElse(Path.of(USUAL_NAME)));
        if (wanted.isEmpty() && !Files.exists(file)) {
            return NONE;
        }
        return new SettingsFile(file.toString(), readFile(file));
    }

    static Map<String, String> readFile(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "cannot read the settings file " + file + " (" + reasonOf(unreadable) + "); check --config");
        }
        Map<String, String> entries = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }

    private static String reasonOf(Exception unreadable) {
        return unreadable instanceof java.nio.file.NoSuchFileException ? "no such file" : unreadable.toString();
    }
}
