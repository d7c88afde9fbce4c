package dev.tidings.app.cli;

import dev.tidings.app.cli.output.View;
import dev.tidings.app.local.Installation;
import dev.tidings.app.local.LocalProcess;
import dev.tidings.app.local.LocalStack;
import dev.tidings.app.local.Purpose;
import dev.tidings.app.local.Site;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.SchemaRegistration;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.schemas.kafka.TopicAdmin;
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
final class UpCommand implements Callable<Integer> {
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

    UpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings before = settings.resolve(console, Map.of());
        Site site = new Site(Installation.current(), SettingsOptions.dataFolder(before), Purpose.SERVICE);
        try (StackLease lease = StackLease.of(site)) {
            console.say(lease.isOwn() ? "starting the local stack ..." : "the local stack is running already");
            LocalStack stack = lease.start();
            // Addresses that the environment names are those of other clusters, where this command has no business.
            Settings resolved = settings.resolve(console, stack.addresses());
            prepare(resolved);
            stack.start(ChildServices.of(resolved, stack.addresses(), List.of()));
            output.writer(console).list(VIEW, parts(stack, site));
            lease.keep();
        }
        return ExitCode.OK.code();
    }

    /** Makes the topics and registers their schemas; what is there already is checked. */
    static void prepare(Settings settings) {
        Topics topics = ConnectionSettings.topics(settings);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            admin.ensure(topics);
        }
        new SchemaRegistration(settings.registry()).registerAll(topics);
    }

    private static List<Part> parts(LocalStack stack, Site site) {
        return stack.processes().stream()
                .map(process -> new Part(
                        process.name(),
                        address(process, stack),
                        process.pid(),
                        site.folder().log(process.name())))
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
