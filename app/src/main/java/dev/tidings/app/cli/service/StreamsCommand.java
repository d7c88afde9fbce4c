package dev.tidings.app.cli.service;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.Termination;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.app.metrics.KafkaMeters;
import dev.tidings.app.metrics.StageMeters;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.application.StreamsSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings streams}: analyses and decides what is published, until it is stopped. */
@Command(
        name = "streams",
        description = {
            "Analyse articles, remove duplicates, group stories.",
            "Works until it is stopped: reads what is published, and writes the enriched topic, relations"
                    + " and stories."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings streams                    works for the local stack",
            "  tidings streams --instance b       a second process that shares the work",
            "  tidings streams -b kafka.example.org:9092 -X streams.threads=4"
        })
public final class StreamsCommand implements Callable<Integer> {
    public static final String NAME = "streams";

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    public StreamsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Map<String, String> flags = new HashMap<>();
        service.instance.ifPresent(name -> flags.put(StreamsSettings.INSTANCE.key(), name));
        Settings settings = connection.resolveSettings(console, flags);
        try (ServiceHealth health = ServiceHealth.ofService(settings, identity(settings))) {
            return health.reportFailure(() -> runService(settings, health));
        }
    }

    private static ProcessIdentity identity(Settings settings) {
        Topics topics = ConnectionSettings.topics(settings);
        List<String> groups = Stream.of("analyse", "dedup", "stories")
                .map(stage -> topics.idPrefix() + stage)
                .toList();
        Path state = settings.get(ConnectionSettings.DATA_DIR).resolve("state");
        return new ProcessIdentity(NAME, settings.get(StreamsSettings.INSTANCE), groups, List.of(state), "");
    }

    private int runService(Settings settings, ServiceHealth health) throws InterruptedException {
        StageMeters meters = new StageMeters(health.meters().registry(), InstantSource.system());
        try (StreamsApplication streams = StreamsApplication.liveApplication(settings, meters)) {
            KafkaMeters.addTo(health.meters(), streams::kafkaMetrics, meters::ageOfNewest, streams::uncommittedOffsets);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(streams, health), "close streams"));
            Termination.countAsDone();
            streams.start();
            health.noteStart(() -> streams.readiness().obstacles(), streams::restoreStates);
            return runApplication(streams, health.voice(console));
        }
    }

    private static void endInOrder(StreamsApplication streams, ServiceHealth health) {
        streams.close();
        health.close();
    }

    private int runApplication(StreamsApplication streams, Console voice) throws InterruptedException {
        try (ReadyWatch watch = new ReadyWatch(
                voice, NAME, service.readyFile, () -> streams.readiness().obstacles())) {
            watch.start();
            int exit = streams.awaitEnd();
            if (exit != ExitCode.OK.code()) {
                throw new CommandException(
                        ExitCode.FAILURE, streams.failureMessage().orElse("the topology cannot go on"));
            }
            return exit;
        }
    }
}
