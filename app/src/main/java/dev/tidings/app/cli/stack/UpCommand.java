package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalProcess;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.kafka.admin.TopicAdmin;
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
        description = "Start Kafka, a schema registry and the services on this machine; they keep running.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings up                    data in .tidings",
            "  tidings up --data /srv/news   data elsewhere; say --data to every other command too",
            "  tidings down                  stops it all"
        })
public final class UpCommand implements Callable<Integer> {
    private static final View<Part> VIEW = View.of(Part.class)
            .with("part", Part::name)
            .with("address", Part::address)
            .with("pid", Part::pid)
            .with("log", Part::log);

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
        Settings before = settings.resolve(console, Map.of());
        StackConfig stackConfig =
                new StackConfig(Installation.current(), SettingsOptions.dataFolder(before), StackPurpose.SERVICE);
        try (StackLock lease = StackLock.of(stackConfig)) {
            console.say(lease.isOwn() ? "starting the local stack ..." : "the local stack is running already");
            LocalStack stack = lease.start();
            // Addresses that the environment names are those of other clusters, where this command has no business.
            Settings resolved = settings.resolve(console, stack.addresses());
            prepare(resolved);
            stack.start(ChildServices.of(resolved, stack.addresses(), List.of()));
            output.writer(console).list(VIEW, parts(stack, stackConfig));
            lease.keep();
        }
        return ExitCode.OK.code();
    }

    /** Makes the topics and registers their schemas; what is there already is checked. */
    public static void prepare(Settings settings) {
        Topics topics = ConnectionSettings.topics(settings);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.ensure(topics);
        }
        new SchemaRegistration(settings.registry()).registerAll(topics);
    }

    private static List<Part> parts(LocalStack stack, StackConfig stackConfig) {
        return stack.processes().stream()
                .map(process -> new Part(
                        process.name(),
                        address(process, stack),
                        process.pid(),
                        stackConfig.folder().log(process.name())))
                .toList();
    }

    private static String address(LocalProcess process, LocalStack stack) {
        return switch (process.name()) {
            case "broker" -> stack.bootstrapServers();
            case "registry" -> stack.registryUrl();
            default -> "";
        };
    }
}
