package dev.tidings.app.cli;

import dev.tidings.app.bench.PassThroughTopology;
import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.streams.run.StreamsApplication;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings bench-pass-through}: copies raw articles in the place of the real topologies, until it is stopped. */
@Command(name = BenchPassThroughCommand.NAME, hidden = true, description = "Copy raw articles, until stopped.")
final class BenchPassThroughCommand implements Callable<Integer> {
    static final String NAME = "bench-pass-through";

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    BenchPassThroughCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = connection.resolve(console, Map.of("streams.instance", NAME));
        Topics topics = ConnectionSettings.topics(settings);
        try (StreamsApplication streams =
                new StreamsApplication(settings, topics, context -> List.of(new PassThroughTopology(topics)))) {
            Thread closing = new Thread(streams::close, "close " + NAME);
            Runtime.getRuntime().addShutdownHook(closing);
            streams.start();
            try (ReadyWatch watch = new ReadyWatch(
                    console, NAME, service.readyFile, () -> streams.readiness().obstacles())) {
                watch.start();
                return streams.await();
            }
        }
    }
}
