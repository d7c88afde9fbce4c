package dev.tidings.app.stack;

import java.io.IOException;
import java.io.Writer;
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

    /** Writes the settings, since ports may have changed, and formats the data once. */
    void prepareStorage(Map<String, String> settings, ServiceRunner runner) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(settingsFile())) {
            properties.store(writer, null);
        } catch (IOException refused) {
            throw new LocalStackException(
                    "cannot write " + settingsFile() + "; choose another folder with --data", refused);
        }
        if (!isFormatted()) {
            runner.runToEnd(formatCommand());
        }
    }

    private boolean isFormatted() {
        return Files.exists(folder.resolve(DATA).resolve("meta.properties"));
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
        return new Service(folder.getFileName() + "-format", format, this::isFormatted);
    }
}
