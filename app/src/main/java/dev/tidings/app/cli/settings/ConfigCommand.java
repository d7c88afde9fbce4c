package dev.tidings.app.cli.settings;

import dev.tidings.app.cli.console.Console;
import dev.tidings.app.cli.console.ExitCode;
import dev.tidings.app.cli.output.OutputOptions;
import dev.tidings.app.cli.output.View;
import dev.tidings.kafka.settings.SettingValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tidings config}: every setting with its value and where that comes from. */
@Command(
        name = "config",
        description = {"Show every setting with its value and where that is from.", "Secrets are masked."},
        footerHeading = "%nA setting comes from the first of these that has it:%n",
        footer = {
            "  a flag                     -X topic.partitions=8",
            "  the environment            TIDINGS_TOPIC_PARTITIONS=8",
            "  the settings file          topic.partitions=8",
            "  the local stack            its folder, and its addresses while it runs",
            "  the default"
        })
public final class ConfigCommand implements Callable<Integer> {
    private static final View<SettingValue> VIEW = View.of(SettingValue.class)
            .withColumn("setting", SettingValue::key)
            .withColumn("value", SettingValue::value)
            .withColumn("origin", SettingValue::origin)
            .withColumn("meaning", SettingValue::doc);

    private final Console console;

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    public ConfigCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        output.openWriter(console)
                .writeList(VIEW, connection.resolveAnyway(console).allValues());
        return ExitCode.OK.code();
    }
}
