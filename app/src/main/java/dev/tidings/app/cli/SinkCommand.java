package dev.tidings.app.cli;

import dev.tidings.consumer.store.SinkApplication;
import dev.tidings.consumer.store.SinkSettings;
import dev.tidings.schemas.kafka.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings sink}: stores what was decided, until it is stopped. */
@Command(
        name = "sink",
        description = "Store enriched articles and relations, each exactly once, until stopped.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings sink                         into store/tidings.db of the data folder",
            "  tidings sink -X store=/srv/news.db   into another file"
        })
final class SinkCommand implements Callable<Integer> {
    static final String NAME = "sink";

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    SinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> flags = new HashMap<>();
        service.instance.ifPresent(name -> flags.put(SinkSettings.INSTANCE.key(), name));
        Settings settings = connection.resolve(console, flags);
        try (SinkApplication sink = SinkApplication.open(settings)) {
            Runtime.getRuntime().addShutdownHook(new Thread(sink::close, "close sink"));
            sink.start();
            try (ReadyWatch watch = new ReadyWatch(console, NAME, service.readyFile, () -> obstacles(sink))) {
                watch.start();
                sink.await();
            }
        }
        return ExitCode.OK.code();
    }

    private static List<String> obstacles(SinkApplication sink) {
        return sink.isReady() ? List.of() : List.of("joining its group");
    }
}
