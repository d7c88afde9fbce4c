package dev.tidings.consumer.subscribe.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupMemberTest {

    private static final GroupMember MEMBER = new GroupMember("tidings-sink", "host-2", 500);

    @Test
    void readsOnlyWhatIsCommittedAndCommitsByHand() {
        assertThat(MEMBER.consumerConfig(settings(Map.of())))
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("max.poll.records", "500");
    }

    @Test
    void isAStaticMemberOfItsGroup() {
        assertThat(MEMBER.consumerConfig(settings(Map.of())))
                .containsEntry("group.id", "tidings-sink")
                .containsEntry("group.instance.id", "tidings-sink-host-2");
    }

    @Test
    void passesTheUsersClientSettingsThrough() {
        assertThat(MEMBER.consumerConfig(
                        settings(Map.of("kafka.security.protocol", "SSL", "kafka.session.timeout.ms", "9000"))))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("session.timeout.ms", "9000");
    }

    @Test
    void refusesASettingThatWouldLoseOrDoubleEvents() {
        Settings settings = settings(Map.of("kafka.isolation.level", "read_uncommitted"));

        assertThatThrownBy(() -> MEMBER.consumerConfig(settings))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("kafka.isolation.level", "read_uncommitted", "read_committed");
    }

    @Test
    void tellsInOneLineWhatKafkaRefuses() {
        Settings settings = settings(Map.of("kafka.session.timeout.ms", "soon"));

        assertThatThrownBy(() -> MEMBER.openConsumer(settings).close())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("session.timeout.ms");
    }

    private static Settings settings(Map<String, String> flags) {
        Map<String, String> all = new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1"));
        all.putAll(flags);
        return Settings.resolveAll(List.of(), SettingSources.of(all));
    }
}
