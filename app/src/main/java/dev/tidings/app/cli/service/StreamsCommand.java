package dev.tidings.app.cli.service;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.Termination;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.streams.application.StreamsApplication;
import dev.tidings.streams.application.StreamsSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings streams}: analyses and decides what is published, until it is stopped. */
@Command(
        name = "streams",
        description = "Analyse published articles, remove duplicates, write the enriched topic and group stories, until"
                + " stopped.",
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
    public Integer call() throws InterruptedException {
        Map<String, String> flags = new HashMap<>();
        service.instance.ifPresent(name -> flags.put(StreamsSettings.INSTANCE.key(), name));
        Settings settings = connection.resolveSettings(console, flags);
        try (StreamsApplication streams = StreamsApplication.liveApplication(settings)) {
            Thread closing = new Thread(streams::close, "close streams");
            Runtime.getRuntime().addShutdownHook(closing);
            Termination.countAsDone();
            streams.start();
            return runApplication(streams);
        }
    }

    private int runApplication(StreamsApplication streams) throws InterruptedException {
        try (ReadyWatch watch = new ReadyWatch(
                console, NAME, service.readyFile, () -> streams.readiness().obstacles())) {
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
