package dev.tidings.app.cli.settings;

import dev.tidings.app.logging.LogSettings;
import dev.tidings.app.metrics.MetricsSettings;
import dev.tidings.app.stack.StackConfig;
import dev.tidings.app.status.StatusSettings;
import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.kafka.health.HealthSettings;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.streams.application.StreamsSettings;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.util.List;
import java.util.stream.Stream;

/** The settings of all modules; those of the connection are known everywhere. */
public final class KnownSettings {
    public static final List<Setting<?>> ALL = Stream.of(
                    PublishSettings.ALL,
                    StreamsSettings.ALL,
                    DedupSettings.ALL,
                    StoriesSettings.ALL,
                    SinkSettings.ALL,
                    HealthSettings.ALL,
                    MetricsSettings.ALL,
                    LogSettings.ALL,
                    StatusSettings.ALL,
                    StackConfig.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private KnownSettings() {}
}
