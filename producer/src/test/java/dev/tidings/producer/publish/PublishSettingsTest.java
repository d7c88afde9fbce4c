package dev.tidings.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.kafka.settings.Setting;
import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PublishSettingsTest {

    @Test
    void everyKeyAndDefaultIsAsDocumented() {
        assertThat(PublishSettings.ALL.stream().collect(Collectors.toMap(Setting::key, Setting::defaultText)))
                .isEqualTo(Map.of(
                        "publish.batch.articles", "500",
                        "publish.batch.bytes", "8388608",
                        "publish.batch.ms", "50",
                        "publish.ledger.timeout.ms", "60000",
                        "publish.wait.timeout.ms", "60000",
                        "publish.settle.ms", "500",
                        "publish.rescan.ms", "5000"));
    }

    @Test
    void everySettingCanBeGiven() {
        Settings settings = Settings.resolveAll(
                PublishSettings.ALL,
                SettingSources.of(
                        PublishSettings.ALL.stream().collect(Collectors.toMap(Setting::key, setting -> "101"))));
        assertThat(PublishSettings.ALL)
                .allMatch(setting -> settings.get(setting).equals(101L));
    }
}
