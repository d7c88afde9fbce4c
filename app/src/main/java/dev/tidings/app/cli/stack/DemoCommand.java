package dev.tidings.app.cli.stack;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.settings.SettingsOptions;
import dev.tidings.app.cli.store.StoredViews;
import dev.tidings.app.stack.Installation;
import dev.tidings.app.stack.LocalStack;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.stack.StackPurpose;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.consumer.store.ArticleHistory;
import dev.tidings.consumer.store.StoreReader;
import dev.tidings.consumer.store.StoredArticle;
import dev.tidings.consumer.store.Stores;
import dev.tidings.consumer.subscribe.internal.GroupProgress;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.producer.Publisher;
import dev.tidings.producer.publish.PublishListener;
import dev.tidings.producer.publish.PublishOutcome;
import dev.tidings.producer.publish.PublishRequest;
import dev.tidings.producer.publish.PublishSummary;
import dev.tidings.schemas.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings demo}: the whole way of an article, shown with the four samples. */
@Command(
        name = "demo",
        description = {
            "Take the four articles of seeds/ through the whole system.",
            "Shows what the store holds then. Uses a running local stack; else starts one and stops it at"
                    + " the end. The data stays."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  tidings demo", "  tidings demo -o json", "  tidings demo --data /tmp/demo"})
public final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** A short run is over before the optimising compiler has paid for itself. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1");

    private final Console console;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings before = settings.resolveSettings(console, Map.of());
        StackConfig stackConfig = new StackConfig(
                        Installation.currentInstallation(), SettingsOptions.dataFolder(before), StackPurpose.DEMO)
                .withPorts(before);
        try (StackLock lock = StackLock.ofStack(stackConfig)) {
            console.sayLine(lock.isRunning() ? "using the running local stack" : "starting the local stack ...");
            LocalStack stack = lock.start(console, started -> {
                Settings ofStack = settings.resolveSettings(console, started.addresses());
                UpCommand.prepareTopics(ofStack);
                return ChildServices.servicesOf(ofStack, started, QUICK, console);
            });
            stack.portNotes().forEach(console::sayLine);
            Settings resolved = settings.resolveSettings(console, stack.addresses());
            showArticles(resolved, publishSamples(resolved, stackConfig));
        }
        return ExitCode.OK.code();
    }

    /** Publishes the samples and waits until they are decided. Returns their uris. */
    private List<String> publishSamples(Settings resolved, StackConfig stackConfig) {
        PublishRequest request =
                PublishRequest.of(List.of(stackConfig.installation().home().resolve("seeds")), Optional.empty());
        List<String> uris = new ArrayList<>();
        try (Publisher publisher = Publisher.open(resolved, ConnectionSettings.topics(resolved), Clock.systemUTC())) {
            PublishSummary summary = publisher.publishInputs(request.awaitingVerdicts(), new PublishListener() {
                @Override
                public void inputEnded(PublishOutcome outcome) {
                    uris.add(outcome.uri());
                }
            });
            console.sayLine(summary.found() + " found, " + summary.published() + " published, " + summary.unchanged()
                    + " unchanged");
            if (summary.undecided() > 0) {
                throw new CommandException(
                        ExitCode.FAILURE, summary.undecided() + " articles are not decided yet; see 'tidings doctor'");
            }
        }
        return uris;
    }

    private void showArticles(Settings resolved, List<String> uris) {
        console.sayLine("waiting until the sink has stored them ...");
        awaitSink(resolved);
        try (StoreReader store = Stores.openReader(SinkSettings.storeUrl(resolved))) {
            List<StoredArticle> articles = uris.stream()
                    .sorted(Comparator.naturalOrder())
                    .map(store.articles()::findHistory)
                    .flatMap(Optional::stream)
                    .map(ArticleHistory::revisions)
                    .flatMap(List::stream)
                    .filter(StoredArticle::current)
                    .toList();
            output.openWriter(console).writeList(StoredViews.ARTICLES, articles);
        }
    }

    private static void awaitSink(Settings resolved) {
        Topics topics = ConnectionSettings.topics(resolved);
        Set<String> sunk = Set.of(topics.enriched().name(), topics.relations().name());
        try (TopicAdmin admin = new TopicAdmin(resolved)) {
            GroupProgress sink =
                    new GroupProgress(admin, SinkSettings.of(resolved).group(topics), sunk);
            if (!sink.awaitCaughtUp(PATIENCE)) {
                throw new CommandException(
                        ExitCode.FAILURE,
                        "the sink does not catch up; its log is in the data folder under logs/sink.log");
            }
        }
    }
}
