package dev.tidings.app.cli.service;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.Termination;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.app.metrics.KafkaMeters;
import dev.tidings.app.metrics.SinkMeters;
import dev.tidings.consumer.sink.SinkApplication;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings sink}: stores what was decided, until it is stopped. */
@Command(
        name = "sink",
        description = {"Store articles, relations and stories, each exactly once.", "Works until it is stopped."},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings sink                                the store of the data folder",
            "  tidings sink --store sqlite:/srv/news.db    another file",
            "  tidings sink --name archive --store sqlite:/srv/archive.db    beside it"
        })
public final class SinkCommand implements Callable<Integer> {
    public static final String NAME = "sink";

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "URL of the store (default: sqlite:store/tidings.db, in the data folder).")
    private Optional<String> store = Optional.empty();

    @Option(names = "--name", paramLabel = "NAME", description = "Name its offsets are kept under (setting sink.name).")
    private Optional<String> name = Optional.empty();

    @Option(names = "--skip-gap", description = "Go on when Kafka has deleted events that were not stored yet.")
    private boolean skipGap;

    public SinkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        Settings settings = connection.resolveSettings(console, flagSettings());
        try (ServiceHealth health = ServiceHealth.ofService(settings, identity(settings))) {
            return health.reportFailure(() -> runService(settings, health));
        }
    }

    private static ProcessIdentity identity(Settings settings) {
        SinkSettings sink = SinkSettings.of(settings);
        List<String> groups = List.of(sink.group(ConnectionSettings.topics(settings)));
        List<Path> folders = List.of(settings.get(ConnectionSettings.DATA_DIR).resolve("store"));
        String instance = sink.name().equals(NAME) ? sink.instance() : sink.name() + "-" + sink.instance();
        return new ProcessIdentity(NAME, instance, groups, folders, "");
    }

    private int runService(Settings settings, ServiceHealth health) throws InterruptedException {
        Topics topics = ConnectionSettings.topics(settings);
        SinkMeters meters = new SinkMeters(
                health.meters().registry(),
                InstantSource.system(),
                List.of(topics.enriched(), topics.relations(), topics.stories()));
        try (SinkApplication sink = SinkApplication.open(settings, topics, meters)) {
            KafkaMeters.addTo(
                    health.meters(), () -> Map.of(NAME, sink.kafkaMetrics()), meters::ageOfNewest, stage -> 0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> endInOrder(sink, health), "close sink"));
            Termination.countAsDone();
            sink.start();
            health.noteStart(() -> obstaclesOf(sink), List::of);
            try (ReadyWatch watch =
                    new ReadyWatch(health.voice(console), NAME, service.readyFile, () -> obstaclesOf(sink))) {
                watch.start();
                sink.awaitEnd();
            }
        }
        return ExitCode.OK.code();
    }

    private static void endInOrder(SinkApplication sink, ServiceHealth health) {
        sink.close();
        health.close();
    }

    private Map<String, String> flagSettings() {
        Map<String, String> flags = new HashMap<>();
        service.instance.ifPresent(instance -> flags.put(SinkSettings.INSTANCE.key(), instance));
        store.ifPresent(url -> flags.put(SinkSettings.STORE.key(), url));
        name.ifPresent(given -> flags.put(SinkSettings.NAME_SETTING.key(), given));
        if (skipGap) {
            flags.put(SinkSettings.SKIP_GAP.key(), "true");
        }
        return flags;
    }

    private static List<String> obstaclesOf(SinkApplication sink) {
        return sink.isReady() ? List.of() : List.of(sink.findObstacle().orElse("joining its group"));
    }
}
