package dev.tidings.app.cli.stack;

import dev.tidings.app.stack.DataFolder;
import dev.tidings.consumer.sink.SinkSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings that a service is started with. They reach it by a file that no other user may read, since everybody sees
 * the arguments of a process, and passwords are among them.
 *
 * @param file where the service finds them
 * @param entries the settings by key
 */
record ServiceSettings(Path file, Map<String, String> entries) {
    /** Keys of the clients that name a file end so. */
    private static final String LOCATION = ".location";

    /** Begins the URL of a store that is a file. */
    private static final String FILE_STORE = "sqlite:";

    /** Keeps a copy. */
    ServiceSettings {
        entries = Map.copyOf(entries);
    }

    /**
     * The settings of a service.
     *
     * @param directory in which relative paths among them were meant; the service works in another one
     */
    static ServiceSettings ofService(String name, DataFolder folder, Map<String, String> given, Path directory) {
        Map<String, String> entries = new TreeMap<>(given);
        entries.replaceAll((key, text) -> absoluteText(key, text, directory));
        return new ServiceSettings(folder.settingsFile(name), entries);
    }

    private static String absoluteText(String key, String text, Path directory) {
        if (key.equals(SinkSettings.STORE.key()) && text.startsWith(FILE_STORE)) {
            return FILE_STORE + directory.resolve(text.substring(FILE_STORE.length()));
        }
        return key.endsWith(LOCATION) && !text.isBlank()
                ? directory.resolve(text).toString()
                : text;
    }

    void write() {
        DataFolder.writePrivately(file, entries);
    }

    /** The keys of those that the running service was started with otherwise. */
    Set<String> keysThatDiffer() {
        Map<String, String> before = readFile();
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(entries.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), entries.get(key)));
        return keys;
    }

    private Map<String, String> readFile() {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            // Started by a version that had no such file: nothing is known of its settings.
            return entries;
        }
        Map<String, String> before = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> before.put(key, properties.getProperty(key)));
        return before;
    }
}
