package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.Service;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.app.status.TopicDifferences;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.serde.SchemaCheck;
import dev.tidings.kafka.serde.SchemaRegistration;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings up}: starts the local stack and leaves it running. */
@Command(
        name = "up",
        description = {
            "Start Kafka, a schema registry and the services here.",
            "They keep running on this machine; what runs already is left alone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings up                    data in .tidings",
            "  tidings up --data /srv/news   say --data to every other command too",
            "  tidings down                  stops it all"
        })
public final class UpCommand implements Callable<Integer> {
    private static final View<Part> VIEW = View.of(Part.class)
            .withColumn("part", Part::name)
            .withColumn("address", Part::address)
            .withColumn("pid", Part::pid)
            .withColumn("log", Part::log);

    /** One running part, as it is shown. */
    private record Part(String name, String address, long pid, Path log) {}

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings before = settings.resolveSettings(console, Map.of());
        StackConfig stackConfig = new StackConfig(
                        Installation.currentInstallation(), SettingsOptions.dataFolder(before), StackPurpose.SERVICE)
                .withPorts(before);
        try (StackLock lock = StackLock.ofStack(stackConfig)) {
            console.sayLine(lock.startLine());
            LocalStack stack = lock.start(console, this::prepareServices);
            stack.portNotes().forEach(console::sayLine);
            output.openWriter(console).writeList(VIEW, runningParts(stack, stackConfig));
            lock.keepRunning();
        }
        return ExitCode.OK.code();
    }

    private List<Service> prepareServices(LocalStack stack) {
        // Addresses that the environment names are those of other clusters, where this command has no business.
        Settings resolved = settings.resolveSettings(console, stack.addresses());
        prepareTopics(resolved);
        sayWhatDiffers(resolved);
        return ChildServices.servicesOf(resolved, stack, List.of(), console);
    }

    /** Topics that somebody made beforehand work, but may not keep what they hold. */
    private void sayWhatDiffers(Settings resolved) {
        try (TopicAdmin admin = new TopicAdmin(resolved)) {
            TopicDifferences.findDifferences(
                            admin, ConnectionSettings.topics(resolved).allTopics())
                    .forEach(finding -> console.sayLine(
                            "topic " + finding.subject() + ": " + finding.found() + "; " + finding.fix()));
        }
    }

    /** Makes the topics and registers their schemas; what is there already is checked. */
    public static void prepareTopics(Settings settings) {
        Topics topics = ConnectionSettings.topics(settings);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.ensureTopics(topics);
        }
        new SchemaRegistration(settings.registryConfig()).registerAll(topics);
        new SchemaCheck(settings).requireSameRegistry(List.of(topics.raw()));
    }

    private static List<Part> runningParts(LocalStack stack, StackConfig stackConfig) {
        return stack.processes().stream()
                .map(process -> new Part(
                        process.name(),
                        addressOf(process, stack),
                        process.pid(),
                        stackConfig.folder().logFile(process.name())))
                .toList();
    }

    private static String addressOf(LocalProcess process, LocalStack stack) {
        return switch (process.name()) {
            case "broker" -> stack.bootstrapServers();
            case "registry" -> stack.registryUrl();
            default -> "";
        };
    }
}
