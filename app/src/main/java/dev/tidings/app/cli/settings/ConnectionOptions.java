package dev.tidings.app.cli.settings;

import dev.tidings.app.cli.console.Console;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that talks to Kafka. */
public final class ConnectionOptions {
    @Option(
            names = {"-b", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "Kafka's addresses (default: the local stack if it runs).")
    Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Address of the schema registry (default: the local stack if it runs).")
    Optional<String> registry = Optional.empty();

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    public Settings resolveSettings(Console console) {
        return resolveSettings(console, Map.of());
    }

    /**
     * Resolves all settings.
     *
     * @param more settings from further options of the command
     */
    public Settings resolveSettings(Console console, Map<String, String> more) {
        Map<String, String> flags = new LinkedHashMap<>(more);
        bootstrapServers.ifPresent(value -> flags.put(ConnectionSettings.BOOTSTRAP_SERVERS.key(), value));
        registry.ifPresent(value -> flags.put(ConnectionSettings.SCHEMA_REGISTRY_URL.key(), value));
        return settings.resolveSettings(console, flags);
    }
}
