package dev.tidings.app.cli.deadletter;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.deadletter.NewestLetters.Kept;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings dlq list}: the newest dead letters, a line each. */
@Command(
        name = "list",
        description = "List the newest dead letters.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings dlq list",
            "  tidings dlq list --reason undecodable --limit 5",
            "  tidings dlq list --bytes -o jsonl    all that is known of each"
        })
public final class DlqListCommand implements Callable<Integer> {
    private static final View<Kept> VIEW = View.of(Kept.class)
            .withColumn("id", kept -> kept.letter().getId().substring(0, 8))
            .withColumn("time", Kept::time)
            .withColumn("stage", kept -> kept.letter().getStage())
            .withColumn("reason", kept -> kept.letter().getReason())
            .withColumn("input", kept -> LetterText.inputOf(kept.letter()))
            .withColumn("message", kept -> kept.letter().getErrorMessage())
            .withFields(kept -> LetterText.fieldsWithoutBytes(kept.letter()));

    private static final View<Kept> WITH_BYTES = VIEW.withFields(Kept::letter);

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--reason", paramLabel = "CODE", description = "Only dead letters with this reason code.")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit = 50;

    @Option(names = "--bytes", description = "With the bytes of key, input and headers, as Base64 in JSON.")
    private boolean bytes;

    public DlqListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Settings settings = connection.resolveToRead(console);
        DeadLetterQuery query = openQuery(settings);
        output.openWriter(console)
                .writeList(
                        bytes ? WITH_BYTES : VIEW,
                        query.newestMatching(
                                limit,
                                letter -> reason.map(letter.getReason()::equals).orElse(true)));
        return ExitCode.OK.code();
    }

    /** Makes the query after asking whether Kafka answers and has the topic. */
    static DeadLetterQuery openQuery(Settings settings) {
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            Topics topics = ConnectionSettings.topics(settings);
            admin.requireTopic(topics, topics.deadLetters());
        }
        return new DeadLetterQuery(ConnectionSettings.topics(settings).deadLetters(), settings);
    }
}
