package dev.tidings.app.cli.bench;

import dev.tidings.app.bench.PassThroughTopology;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.service.ReadyWatch;
import dev.tidings.app.cli.service.ServiceOptions;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings bench-pass-through}: copies raw articles in the place of the real topologies, until it is stopped. */
@Command(name = BenchPassThroughCommand.NAME, hidden = true, description = "Copy raw articles, until stopped.")
public final class BenchPassThroughCommand implements Callable<Integer> {
    static final String NAME = "bench-pass-through";

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    public BenchPassThroughCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = connection.resolveSettings(console, Map.of("streams.instance", NAME));
        Topics topics = ConnectionSettings.topics(settings);
        try (StreamsApplication streams =
                new StreamsApplication(settings, topics, context -> List.of(new PassThroughTopology(topics)))) {
            Thread closing = new Thread(streams::close, "close " + NAME);
            Runtime.getRuntime().addShutdownHook(closing);
            streams.start();
            try (ReadyWatch watch = new ReadyWatch(
                    console, NAME, service.readyFile, () -> streams.readiness().obstacles())) {
                watch.start();
                return streams.awaitEnd();
            }
        }
    }
}
