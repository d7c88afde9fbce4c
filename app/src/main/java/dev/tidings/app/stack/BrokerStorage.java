package dev.tidings.app.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.Uuid;

/**
 * The folder of one broker: its {@code server.properties} and its formatted data.
 *
 * @param folder exists
 * @param cluster id of the cluster, used when the data is formatted
 * @param java runs the programs of the broker's class path
 */
record BrokerStorage(Path folder, Uuid cluster, JavaCommand java) {
    static final String DATA = "data";

    /** The settings of the broker. */
    Path settingsFile() {
        return folder.resolve("server.properties");
    }

    /**
     * The id of the cluster that the data was formatted for, or will be.
     *
     * @throws LocalStackException when the data was formatted, but does not say for what
     */
    String clusterId() {
        if (!isFormatted()) {
            return cluster.toString();
        }
        Properties meta = new Properties();
        try (Reader reader = Files.newBufferedReader(metaFile())) {
            meta.load(reader);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new LocalStackException("cannot read " + metaFile() + "; see to its rights", damaged);
        }
        return meta.getProperty("cluster.id", "");
    }

    /** Writes the settings, since ports may have changed, and formats the data once. */
    void prepareStorage(Map<String, String> settings, ServiceRunner runner) {
        // What people added may hold passwords.
        DataFolder.writePrivately(settingsFile(), settings);
        if (!isFormatted()) {
            runner.runToEnd(formatCommand());
        }
    }

    private boolean isFormatted() {
        return Files.exists(metaFile());
    }

    private Path metaFile() {
        return folder.resolve(DATA).resolve("meta.properties");
    }

    private Service formatCommand() {
        List<String> arguments = List.of(
                "format",
                "--ignore-formatted",
                "-t",
                cluster.toString(),
                "-c",
                settingsFile().toString());
        JavaCommand format = new JavaCommand(java.classPath(), java.options(), "kafka.tools.StorageTool", arguments);
        return new Service(folder.getFileName() + "-format", format, process -> isFormatted());
    }
}
