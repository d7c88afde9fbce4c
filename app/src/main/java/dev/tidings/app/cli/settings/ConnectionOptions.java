package dev.tidings.app.cli.settings;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.SlowWork;
import dev.tidings.kafka.admin.StartupWait;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ClusterMark;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.DataLayout;
import dev.tidings.kafka.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that talks to Kafka. */
public final class ConnectionOptions {

    /** Who waits for the end of a command wants to hear soon that nobody answers. */
    private static final Map<String, String> WITHOUT_WAITING =
            Map.of(ConnectionSettings.START_TIMEOUT.key(), "PT0.001S");

    @Option(
            names = {"-b", "--bootstrap-server"},
            paramLabel = "HOST:PORT",
            description = "Kafka's addresses (default: the local stack if it runs).")
    Optional<String> bootstrapServers = Optional.empty();

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry (default: the local stack if it runs).")
    Optional<String> registry = Optional.empty();

    @Mixin
    SettingsOptions settings = new SettingsOptions();

    /**
     * Resolves all settings, for a command that works on Kafka.
     *
     * @throws dev.tidings.kafka.settings.MissingAddressException when nothing says where Kafka or the registry is
     */
    public Settings resolveSettings(Console console) {
        return resolveSettings(console, Map.of());
    }

    /**
     * Resolves all settings, for a command that works on Kafka.
     *
     * @param more settings from further options of the command
     * @throws dev.tidings.kafka.settings.MissingAddressException when nothing says where Kafka or the registry is
     */
    public Settings resolveSettings(Console console, Map<String, String> more) {
        Settings resolved = resolveAnyway(console, more);
        // Before topics are made in a cluster whose registry nobody knows.
        resolved.kafkaConfig();
        resolved.registryConfig();
        return resolved;
    }

    /**
     * Resolves all settings, for a command that reads from Kafka; says which cluster that is when somebody named it,
     * since an address that was set yesterday may lead to another one today.
     */
    public Settings resolveToRead(Console console) {
        return tellCluster(console, resolveAnyway(console, WITHOUT_WAITING));
    }

    /** Does the same for a command that goes on reading: it waits for Kafka at its start, as a service does. */
    public Settings resolveToFollow(Console console) {
        return tellCluster(console, resolveAnyway(console));
    }

    private static Settings tellCluster(Console console, Settings resolved) {
        resolved.kafkaConfig();
        resolved.explicitOrigin(ConnectionSettings.BOOTSTRAP_SERVERS).ifPresent(origin -> {
            ClusterMark cluster = tellIfSlow(
                    console,
                    resolved,
                    () -> StartupWait.ofService(resolved).awaitResult(() -> readClusterMark(resolved), () -> false));
            console.sayLine(
                    "reading Kafka cluster " + cluster.clusterId() + " at " + cluster.address() + " (" + origin + ")");
        });
        return resolved;
    }

    private static ClusterMark tellIfSlow(Console console, Settings resolved, Supplier<ClusterMark> question) {
        return SlowWork.tellIfSlow(
                console, "Kafka at " + resolved.get(ConnectionSettings.BOOTSTRAP_SERVERS) + " to answer", question);
    }

    private static ClusterMark readClusterMark(Settings resolved) {
        try (TopicAdmin admin = new TopicAdmin(resolved)) {
            return admin.clusterMark();
        }
    }

    /**
     * Resolves all settings, for a command that writes to Kafka or goes by what is kept of it: the data folder belongs to
     * one cluster from then on.
     *
     * @throws dev.tidings.kafka.settings.SettingsException when it belongs to another cluster
     */
    public Settings resolveToWrite(Console console) {
        Settings resolved = resolveSettings(console);
        Path folder = resolved.get(ConnectionSettings.DATA_DIR);
        ClusterMark cluster = tellIfSlow(console, resolved, () -> readClusterMark(resolved));
        // In a folder that cannot be written nothing is kept that could be mixed up.
        if (!cluster.check(folder) && isWritable(folder)) {
            DataLayout.claim(folder);
            cluster.claim(folder);
        }
        return resolved;
    }

    private static boolean isWritable(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.isWritable(existing);
    }

    /** Resolves all settings, for a command that has something to say when nothing is known of Kafka, too. */
    public Settings resolveAnyway(Console console) {
        return resolveAnyway(console, Map.of());
    }

    private Settings resolveAnyway(Console console, Map<String, String> more) {
        Map<String, String> flags = new LinkedHashMap<>(more);
        bootstrapServers.ifPresent(value -> flags.put(ConnectionSettings.BOOTSTRAP_SERVERS.key(), value));
        registry.ifPresent(value -> flags.put(ConnectionSettings.SCHEMA_REGISTRY_URL.key(), value));
        return settings.resolveSettings(console, flags);
    }
}
