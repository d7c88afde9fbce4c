package dev.tidings.app.cli.subscribe;

import dev.tidings.app.cli.console.CommandException;
import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.console.Interruption;
import dev.tidings.app.cli.console.Termination;
import dev.tidings.app.cli.console.TimeArgument;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.service.ClockWatch;
import dev.tidings.app.cli.service.ServiceHealth;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.app.cli.store.ArticleOutput;
import dev.tidings.app.cli.store.ArticlePrinter;
import dev.tidings.consumer.subscribe.ArticleFilter;
import dev.tidings.consumer.subscribe.Subscription;
import dev.tidings.consumer.subscribe.SubscriptionException;
import dev.tidings.consumer.subscribe.SubscriptionRequest;
import dev.tidings.consumer.subscribe.SubscriptionStart;
import dev.tidings.kafka.health.ProcessIdentity;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings subscribe}: the enriched articles as they come. */
@Command(
        name = "subscribe",
        description = {
            "Write enriched articles, those there are or as they come.",
            "Without --group it reads everything from --since on and leaves no trace; with one it goes on"
                    + " where the group stands, and --since counts where it has no position: the first time, and after"
                    + " Kafka has forgotten it.",
            "An article that is written counts as done, also when it gets lost in a pipe; one that is given"
                    + " to a command (--exec) is done when that has ended with 0."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings subscribe                            all there are, a line each",
            "  tidings subscribe --follow --lang ckb -o jsonl    Central Kurdish, all fields",
            "  tidings subscribe --since 2h --verdict new   what was new in two hours",
            "  tidings subscribe --group mailer --follow --since now --exec ./mail"
        })
public final class SubscribeCommand implements Callable<Integer> {
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Begin with what the broker took then: " + TimeArgument.FORMS
                    + " (default: where the group stands; without --group now with --follow, else the beginning).")
    private Optional<String> since = Optional.empty();

    @Option(names = "--follow", description = "Go on with what comes, until stopped.")
    private boolean follow;

    @Option(
            names = "--lang",
            paramLabel = "TAG",
            split = ",",
            description = "Only these languages (primary subtag), e.g. ckb.")
    private List<String> languages = List.of();

    @Option(names = "--script", paramLabel = "CODE", split = ",", description = "Only these scripts, e.g. Arab.")
    private List<String> scripts = List.of();

    @Option(names = "--verdict", paramLabel = "VERDICT", split = ",", description = "Only these verdicts, e.g. new.")
    private List<String> verdicts = List.of();

    @Option(
            names = "--source",
            paramLabel = "NAME",
            split = ",",
            description = "Only articles of these roots, feeds or services.")
    private List<String> sources = List.of();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "Remembers what was done; processes of one group share the articles.")
    private Optional<String> group = Optional.empty();

    @Option(
            names = "--exec",
            paramLabel = "CMD",
            description = "Give each article to this command of the shell, as one line of JSON; given again until the"
                    + " command ends with 0.")
    private Optional<String> command = Optional.empty();

    @Option(
            names = "--retries",
            paramLabel = "N",
            description = "With --exec: end when one article has failed so often again.")
    private Optional<Long> retries = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "End after so many articles.")
    private Optional<Long> limit = Optional.empty();

    public SubscribeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        checkNumbers();
        SubscriptionRequest request = subscriptionRequest();
        Settings settings = follow ? connection.resolveToFollow(console) : connection.resolveToRead(console);
        try (ArticleOutput articles = openOutput();
                Subscription subscription =
                        Subscription.open(settings, request.onTopics(ConnectionSettings.topics(settings)), articles)) {
            articles.endBy(subscription::close);
            ServiceHealth health = ServiceHealth.ofCommand(settings, group.map(SubscribeCommand::identity));
            ExitCode exit = Interruption.runInterruptibly(
                    () -> endInOrder(articles, subscription),
                    () -> health.runToEnd(() -> giveArticles(articles, subscription)));
            articles.findFailure().ifPresent(failure -> {
                throw new CommandException(ExitCode.FAILURE, failure);
            });
            return exit.code();
        } catch (SubscriptionException e) {
            throw new CommandException(ExitCode.FAILURE, String.valueOf(e.getMessage()));
        }
    }

    /** Without a group nobody would miss it. */
    private static ProcessIdentity identity(String group) {
        String instance = group + "@" + ProcessIdentity.hostName();
        return new ProcessIdentity("subscribe", instance, List.of(group), List.of(), "");
    }

    private void checkNumbers() {
        limit.filter(most -> most < 1).ifPresent(most -> {
            throw new CommandException(ExitCode.USAGE, "--limit " + most + " is not possible; give 1 or more");
        });
        retries.filter(count -> count < 0 || command.isEmpty()).ifPresent(count -> {
            throw new CommandException(
                    ExitCode.USAGE, "--retries " + count + " is not possible; give 0 or more, and a command (--exec)");
        });
    }

    private ArticleOutput openOutput() {
        long most = limit.orElse(Long.MAX_VALUE);
        return command.<ArticleOutput>map(
                        line -> new CommandSubscriber(line, console, retries.orElse(Long.MAX_VALUE), most))
                .orElseGet(() -> new ArticlePrinter(output.openWriter(console), console, most));
    }

    private static void endInOrder(ArticleOutput articles, Subscription subscription) {
        articles.finishInHand();
        subscription.close();
    }

    private ExitCode giveArticles(ArticleOutput articles, Subscription subscription) {
        subscription.start();
        if (follow && limit.isEmpty()) {
            Termination.countAsDone();
        }
        try (ClockWatch clock = new ClockWatch(console)) {
            clock.start();
            while (!follow && !subscription.awaitCaughtUp(LOOK_AGAIN) && subscription.isOpen()) {
                // There is much to read.
            }
            if (!follow) {
                endInOrder(articles, subscription);
            }
            subscription.awaitEnd();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private SubscriptionRequest subscriptionRequest() {
        SubscriptionRequest request =
                group.map(SubscriptionRequest::ofGroup).orElseGet(SubscriptionRequest::withoutGroup);
        ArticleFilter filter = new ArticleFilter(
                Set.copyOf(languages), Set.copyOf(scripts), Set.copyOf(verdicts), Set.copyOf(sources));
        return request.startingAt(subscriptionStart()).withFilter(filter);
    }

    private SubscriptionStart subscriptionStart() {
        if (since.isEmpty() && group.isPresent()) {
            return SubscriptionStart.committed();
        }
        String from = since.orElse(follow ? TimeArgument.NOW : TimeArgument.BEGINNING);
        return switch (TimeArgument.normalForm(from)) {
            case TimeArgument.NOW -> SubscriptionStart.latest();
            case TimeArgument.BEGINNING -> SubscriptionStart.earliest();
            default -> SubscriptionStart.atTime(TimeArgument.parseTime("--since", from, Clock.systemUTC()));
        };
    }
}
