package dev.tidings.app.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people add to the settings of the local stack's broker, in a file that no start writes. It is stronger than what
 * the stack sets by itself, but for what the stack rests on; listeners come beside the stack's own.
 *
 * @param settings by key
 */
record OwnBrokerSettings(Map<String, String> settings) {
    /** Of these the stack has its own values, by which it finds the broker and its data. */
    private static final Set<String> FIXED = Set.of(
            "process.roles",
            "node.id",
            "broker.id",
            "log.dir",
            "log.dirs",
            "metadata.log.dir",
            "controller.listener.names",
            "controller.quorum.voters",
            "controller.quorum.bootstrap.servers");

    private static final Set<String> LISTS = Set.of("listeners", "advertised.listeners");

    /** Keeps a copy. */
    OwnBrokerSettings {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads the file.
     *
     * @param file need not exist
     * @throws LocalStackException when it cannot be read, or sets what the stack rests on
     */
    static OwnBrokerSettings readFrom(Path file) {
        if (!Files.exists(file)) {
            return new OwnBrokerSettings(Map.of());
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new LocalStackException("cannot read " + file + " (" + unreadable + "); put it right", unreadable);
        }
        Map<String, String> settings = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
        settings.keySet().stream().filter(FIXED::contains).findFirst().ifPresent(key -> {
            throw new LocalStackException(file + " sets " + key + ", by which the stack runs; take it out");
        });
        return new OwnBrokerSettings(settings);
    }

    /** Returns the settings of the broker with these. */
    Map<String, String> addTo(Map<String, String> standard) {
        Map<String, String> all = new TreeMap<>(standard);
        settings.forEach(
                (key, value) -> all.merge(key, value, (stacks, own) -> LISTS.contains(key) ? stacks + "," + own : own));
        return all;
    }
}
