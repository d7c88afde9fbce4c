package dev.tidings.app.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** Starts and kills brokers together: each alone would wait for the others. */
public final class BrokerGroup {

    private BrokerGroup() {}

    /** Starts those that do not run; waits for none. */
    public static void launch(Collection<LocalBroker> brokers) {
        brokers.forEach(LocalBroker::launchProcess);
    }

    /** Waits until each answers and sees all others. */
    public static void awaitReady(Collection<LocalBroker> brokers) {
        brokers.forEach(LocalBroker::awaitReady);
    }

    /** Returns those that run. */
    public static List<LocalBroker> running(Collection<LocalBroker> brokers) {
        return brokers.stream().filter(LocalBroker::isRunning).toList();
    }

    /** Returns how many are members of the cluster now; 0 while nobody answers. */
    public static int members(List<LocalBroker> brokers) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                brokers.stream().map(LocalBroker::bootstrapServers).collect(Collectors.joining(",")),
                "request.timeout.ms",
                2_000,
                "default.api.timeout.ms",
                2_000);
        try (Admin admin = Admin.create(config)) {
            return admin.describeCluster().nodes().get().size();
        } catch (ExecutionException notYet) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Kills those that run, with SIGKILL; they are paused first, so that none works on when the first is gone. */
    public static void kill(Collection<LocalBroker> brokers) {
        running(brokers).forEach(broker -> broker.process().pause());
        brokers.forEach(LocalBroker::kill);
    }

    /** Writes what an operator adds to the settings of a broker; they count from its next start on. */
    public static void writeOwnSettings(StackConfig config, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(config.folder().root().resolve("broker.properties"))) {
            properties.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
