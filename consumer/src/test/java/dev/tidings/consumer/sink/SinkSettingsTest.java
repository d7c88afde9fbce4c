package dev.tidings.consumer.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.consumer.store.StoreUrl;
import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
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
                .isEqualTo(new SinkSettings(
                        new StoreUrl("sqlite", ".tidings/store/tidings.db"), "sink", "main", 2000, false));
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

        assertThat(folder.resolve("data/store")).isDirectory();
        assertThat(SinkSettings.storeUrl(settings))
                .isEqualTo(StoreUrl.parse("sqlite:" + folder.resolve("data/store/tidings.db")));
    }

    @Test
    void theFolderOfANamedStoreIsNotMade() {
        SinkSettings.prepareFolder(settings(Map.of("store", "sqlite:" + folder.resolve("typo/tidings.db"))));

        assertThat(folder.resolve("typo")).doesNotExist();
    }

    @Test
    void refusesANameThatIsNoNameForAGroup() {
        assertThatThrownBy(() -> settings(Map.of("sink.name", "My Sink")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("sink.name", "My Sink", "a-z");
    }

    @Test
    void saysHowAPathIsWrittenWhereAUrlIsExpected() {
        assertThatThrownBy(() -> settings(Map.of("store", "/srv/news.db")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("store = /srv/news.db", "sqlite:PATH");
    }

    private static Settings settings(Map<String, String> flags) {
        return Settings.resolveAll(SinkSettings.ALL, SettingSources.of(flags));
    }
}
