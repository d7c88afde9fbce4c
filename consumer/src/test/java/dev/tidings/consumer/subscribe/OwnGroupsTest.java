package dev.tidings.consumer.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.kafka.settings.SettingSources;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.kafka.settings.SettingsException;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody answers at the address: what is refused here is refused before anybody is asked. */
class OwnGroupsTest {

    private static final Settings SETTINGS = Settings.resolveAll(
            List.of(),
            SettingSources.of(Map.of(
                    "bootstrap.servers", "127.0.0.1:1", "connect.timeout.ms", "100", "start.timeout", "PT0.001S")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tidings-sink",
                "tidings-archive",
                "tidings-analyse",
                "tidings-dedup",
                "tidings-stories",
                "tidings-replay-may-dedup",
                "tidings-publish-news"
            })
    void theGroupsOfStreamsSinksAndReplaysAreNotForSubscribers(String group) {
        assertThatThrownBy(() -> open(SubscriptionRequest.ofGroup(group)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll("group " + group, "take another group")
                .satisfies(refusal -> assertThat(refusal.getMessage().lines()).hasSize(1));
    }

    @Test
    void norAreThoseOfTheInstallationWhoseTopicsAreRead() {
        SubscriptionRequest request = SubscriptionRequest.ofGroup("news-sink")
                .onTopics(Topics.of("news").replay("may"));

        assertThatThrownBy(() -> open(request)).isInstanceOf(SettingsException.class);
    }

    @Test
    void namesOfOthersOnlyLookAlike() {
        assertThat(Topics.of("tidings").ownsGroup("tidingsmailer")).isFalse();
        assertThat(Topics.of("tidings").ownsGroup("tidings.mailer")).isFalse();
        assertThat(Topics.of("tidings").ownsGroup("my-tidings-sink")).isFalse();
    }

    private static void open(SubscriptionRequest request) {
        Subscription.open(SETTINGS, request, article -> {}).close();
    }
}
