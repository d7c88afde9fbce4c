package dev.tidings.app.cli.doctor;

import static dev.tidings.app.stack.Patience.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics that somebody made beforehand, with settings of their own. */
@ExtendWith(LocalStackExtension.class)
class TopicSettingsIT {

    private Topics topics;
    private TopicAdmin broker;

    @BeforeEach
    void connect(Settings settings, Topics own) {
        topics = own;
        broker = new TopicAdmin(settings);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void topicsThatTidingsMadeAreWell() {
        assertThat(TopicSettingsCheck.findFault(broker, topics.allTopics())).isEmpty();
    }

    @Test
    void aTopicThatForgetsIsNamedWithTheCommandThatMendsIt() {
        alter(topics.raw(), "retention.ms", "604800000");

        assertThat(TopicSettingsCheck.findFault(broker, topics.allTopics()))
                .contains(CheckResult.warn(
                        "topics",
                        topics.raw().name() + ": retention.ms is 604800000 and not -1",
                        "kafka-configs.sh --alter --topic " + topics.raw().name() + " --add-config retention.ms=-1"));
    }

    @Test
    void allWaysToLoseOrHoldUpEventsAreCounted() {
        alter(topics.raw(), "max.message.bytes", "1048588");
        alter(topics.ledger(), "cleanup.policy", "delete");
        alter(topics.enriched(), "retention.ms", "604800000");
        alter(topics.relations(), "message.timestamp.type", "CreateTime");
        alter(topics.analysed(), "message.timestamp.after.max.ms", "3600000");

        assertThat(TopicSettingsCheck.findFault(broker, topics.allTopics()))
                .hasValueSatisfying(fault -> assertThat(fault.found()).endsWith("; and 4 more such"));
    }

    @Test
    void whatKeepsMoreThanItHasToIsWell() {
        alter(topics.raw(), "max.message.bytes", String.valueOf(2 * Topics.MAX_MESSAGE_BYTES));

        assertThat(TopicSettingsCheck.findFault(broker, topics.allTopics())).isEmpty();
    }

    private void alter(Topic topic, String key, String value) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
        broker.awaitAnswer(broker.adminClient()
                .incrementalAlterConfigs(Map.of(resource, List.of(change)))
                .all());
        // The controller has it; the broker that is asked hears of it a little later.
        await().until(() -> value.equals(broker.awaitAnswer(
                        broker.adminClient().describeConfigs(List.of(resource)).all())
                .get(resource)
                .get(key)
                .value()));
    }
}
