package dev.tidings.app.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tidings.app.stack.LocalStackExtension;
import dev.tidings.app.stack.TopicSettings;
import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics that somebody made beforehand, with settings of their own. */
@ExtendWith(LocalStackExtension.class)
class TopicDifferencesIT {

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
        assertThat(TopicDifferences.findDifferences(broker, topics.allTopics())).isEmpty();
    }

    @Test
    void aTopicThatForgetsIsNamedWithTheCommandThatMendsIt(Settings settings) {
        alter(topics.raw(), "retention.ms", "604800000");

        assertThat(TopicDifferences.findDifferences(broker, topics.allTopics()))
                .containsExactly(Finding.warn(
                        topics.raw().name(),
                        "retention.ms is 604800000 and not -1",
                        "kafka-configs.sh --bootstrap-server " + settings.get(ConnectionSettings.BOOTSTRAP_SERVERS)
                                + " --alter --topic " + topics.raw().name() + " --add-config retention.ms=-1"));
    }

    @Test
    void allWaysToLoseOrHoldUpEventsAreTold() {
        alter(topics.raw(), "max.message.bytes", "1048588");
        alter(topics.ledger(), "cleanup.policy", "delete");
        alter(topics.enriched(), "message.timestamp.type", "CreateTime");
        alter(topics.analysed(), "message.timestamp.after.max.ms", "3600000");
        alter(topics.processes(), "cleanup.policy", "compact");

        assertThat(TopicDifferences.findDifferences(broker, topics.allTopics()))
                .extracting(Finding::subject, Finding::found)
                .containsExactly(
                        tuple(topics.raw().name(), "max.message.bytes is 1048588 and not 16777216"),
                        tuple(
                                topics.analysed().name(),
                                "message.timestamp.after.max.ms is 3600000 and not " + Long.MAX_VALUE),
                        tuple(topics.enriched().name(), "message.timestamp.type is CreateTime and not LogAppendTime"),
                        tuple(topics.ledger().name(), "cleanup.policy is delete and not compact"),
                        tuple(topics.processes().name(), "cleanup.policy is compact and not compact,delete"));
    }

    @Test
    void whatKeepsMoreThanItHasToIsWell() {
        alter(topics.raw(), "max.message.bytes", String.valueOf(2 * Topics.MAX_MESSAGE_BYTES));

        assertThat(TopicDifferences.findDifferences(broker, topics.allTopics())).isEmpty();
    }

    private void alter(Topic topic, String key, String value) {
        TopicSettings.alter(broker, topic, key, value);
    }
}
