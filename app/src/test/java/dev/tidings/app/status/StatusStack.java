package dev.tidings.app.status;

import static dev.tidings.app.stack.Patience.await;

import dev.tidings.app.cli.CommandRun;
import dev.tidings.app.cli.settings.KnownSettings;
import dev.tidings.app.cli.stack.ChildServices;
import dev.tidings.app.stack.DataFolder;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.app.stack.TestServices;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;

/** A stack whose brokers forget groups after a day, and whose processes are heard of often. For one thread. */
public final class StatusStack {

    static final Duration MAX_LAG = Duration.ofSeconds(3);

    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-Xmx512m");

    private final StackConfig stackConfig;
    private final LocalStack stack;
    private final TestServices services;

    private StatusStack(StackConfig stackConfig) {
        this.stackConfig = stackConfig;
        this.stack = LocalStack.startStack(stackConfig);
        this.services = new TestServices(stackConfig);
    }

    public static StatusStack start(Path temporary) throws IOException {
        DataFolder folder = new DataFolder(temporary.resolve("data"));
        Files.createDirectories(folder.root());
        Files.writeString(folder.root().resolve("broker.properties"), "offsets.retention.minutes=1440\n");
        StatusStack started =
                new StatusStack(new StackConfig(Installation.currentInstallation(), folder, StackPurpose.TEST));
        LocalStackExtension.liveTopics(started.stack);
        return started;
    }

    public void stop() {
        LocalStack.stopStack(stackConfig);
    }

    String address() {
        return stack.bootstrapServers();
    }

    /** Runs streams and sink, as far as they do not. */
    public void runServices() {
        Map<String, String> flags = new TreeMap<>(flags());
        flags.remove(ConnectionSettings.DATA_DIR.key());
        flags.put("streams.session.timeout", "PT6S");
        for (String name : List.of("streams", "sink")) {
            services.start(ChildServices.newService(name, stackConfig.folder(), flags, QUICK));
        }
    }

    public LocalProcess process(String name) {
        return services.process(name);
    }

    Settings settings() {
        return resolve(flags());
    }

    Settings settingsWith(String key, String value) {
        Map<String, String> flags = flags();
        flags.put(key, value);
        return resolve(flags);
    }

    private static Settings resolve(Map<String, String> flags) {
        return Settings.resolveAll(KnownSettings.ALL, SettingSources.of(flags));
    }

    private Map<String, String> flags() {
        Map<String, String> flags = new TreeMap<>(LocalStackExtension.flags(stack));
        flags.put(ConnectionSettings.DATA_DIR.key(), stackConfig.folder().root().toString());
        flags.put("heartbeat.interval", "PT1S");
        flags.put(StatusSettings.MAX_LAG.key(), MAX_LAG.toString());
        return flags;
    }

    public StatusReport status() {
        return statusAt(InstantSource.system());
    }

    StatusReport statusAt(InstantSource clock) {
        return statusOf(settings(), clock);
    }

    static StatusReport statusOf(Settings settings, InstantSource clock) {
        Topics topics = ConnectionSettings.topics(settings);
        try (StatusQuery query = new StatusQuery(settings, topics, clock)) {
            return query.askBrokers();
        }
    }

    /** Waits until status says what is wanted, and returns all that it says then. */
    public StatusReport awaitStatus(Predicate<StatusReport> wanted) {
        StatusReport[] last = {status()};
        try {
            return await().pollInterval(Duration.ofMillis(500)).until(() -> last[0] = status(), wanted);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError("status says " + last[0], e);
        }
    }

    StatusReport awaitFinding(Predicate<Finding> wanted) {
        return awaitStatus(report -> report.findings().stream().anyMatch(wanted));
    }

    /** Runs a command against this stack. */
    public CommandRun command(String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.add("--data=" + stackConfig.folder().root());
        line.add("-X" + LocalStackExtension.PATIENT);
        return CommandRun.in(Path.of("").toAbsolutePath(), line.toArray(String[]::new));
    }

    long enrichedArticles() {
        return command("subscribe", "-o", "jsonl").lines().size();
    }
}
