package dev.tidings.app.cli;

import dev.tidings.consumer.sink.SinkSettings;
import dev.tidings.producer.publish.PublishSettings;
import dev.tidings.schemas.kafka.Setting;
import dev.tidings.streams.run.StreamsSettings;
import dev.tidings.streams.topology.dedup.DedupSettings;
import dev.tidings.streams.topology.stories.StoriesSettings;
import java.util.List;
import java.util.stream.Stream;

/** The settings of all modules; those of the connection are known everywhere. */
final class KnownSettings {
    static final List<Setting<?>> ALL = Stream.of(
                    PublishSettings.ALL, StreamsSettings.ALL, DedupSettings.ALL, StoriesSettings.ALL, SinkSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    private KnownSettings() {}
}
