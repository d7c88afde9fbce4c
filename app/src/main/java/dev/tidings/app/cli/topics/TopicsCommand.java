package dev.tidings.app.cli.topics;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.HumanText;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.app.cli.settings.ConnectionOptions;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.admin.TopicCommands;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tidings topics}: the topics as they stand on the broker. */
@Command(
        name = "topics",
        description = "Show topics with partitions, retention, size and ends.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  tidings topics",
            "  tidings topics -b kafka.example.org:9092 -o jsonl",
            "  tidings topics --commands"
        })
public final class TopicsCommand implements Callable<Integer> {
    private static final View<TopicState> VIEW = View.of(TopicState.class)
            .withColumn("topic", TopicState::topic)
            .withColumn("partitions", topic -> topic.exists() ? topic.partitions() : "missing")
            .withColumn("retention", TopicState::retentionText)
            .withColumn("size", topic -> topic.exists() ? HumanText.bytesText(topic.bytes()) : "")
            .withColumn("end offsets", TopicsCommand::offsetsText);

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--commands",
            description = "Print the commands of Kafka's own tools that make them, for where this user may not; asks"
                    + " nobody.")
    private boolean commands;

    public TopicsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return (commands ? writeCommands() : writeStates()).code();
    }

    private ExitCode writeCommands() {
        Settings settings = connection.resolveSettings(console);
        TopicCommands.createCommands(ConnectionSettings.topics(settings), settings)
                .forEach(console.out()::println);
        return ExitCode.OK;
    }

    private ExitCode writeStates() {
        Settings settings = connection.resolveToRead(console);
        try (TopicAdmin admin = new TopicAdmin(settings)) {
            List<TopicState> states = TopicQuery.topicStates(admin, ConnectionSettings.topics(settings));
            output.openWriter(console).writeList(VIEW, states);
        }
        return ExitCode.OK;
    }

    private static String offsetsText(TopicState topic) {
        return topic.endOffsets().stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
