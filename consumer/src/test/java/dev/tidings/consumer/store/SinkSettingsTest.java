package dev.tidings.consumer.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.Setting;
import dev.tidings.schemas.kafka.SettingSources;
import dev.tidings.schemas.kafka.Settings;
import dev.tidings.schemas.kafka.SettingsException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SinkSettingsTest {

    @TempDir
    Path folder;

    @Test
    void hasTheseKeys() {
        assertThat(SinkSettings.ALL)
                .extracting(Setting::key)
                .containsExactly("store", "sink.name", "sink.instance", "sink.batch.size", "sink.skip.gap");
    }

    @Test
    void hasTheseDefaults() {
        assertThat(SinkSettings.of(settings(Map.of())))
                .isEqualTo(new SinkSettings(Path.of(".tidings/store/tidings.db"), "sink", "main", 2000, false));
    }

    @Test
    void theConsumerGroupIsNamedAfterTheSink() {
        assertThat(SinkSettings.of(settings(Map.of("sink.name", "archive"))).group(Topics.of("news")))
                .isEqualTo("news-archive");
    }

    @Test
    void theDefaultStoreIsInTheDataFolderWhichIsMade() {
        Settings settings = settings(Map.of("data.dir", folder.resolve("data").toString()));

        SinkSettings.prepareFolder(settings);

        assertThat(SinkSettings.store(settings).getParent()).isDirectory().isEqualTo(folder.resolve("data/store"));
    }

    @Test
    void theFolderOfANamedStoreIsNotMade() {
        SinkSettings.prepareFolder(
                settings(Map.of("store", folder.resolve("typo/tidings.db").toString())));

        assertThat(folder.resolve("typo")).doesNotExist();
    }

    @Test
    void refusesANameThatIsNoNameForAGroup() {
        assertThatThrownBy(() -> settings(Map.of("sink.name", "My Sink")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("sink.name", "My Sink", "a-z");
    }

    private static Settings settings(Map<String, String> flags) {
        return Settings.resolve(SinkSettings.ALL, SettingSources.of(flags));
    }
}
