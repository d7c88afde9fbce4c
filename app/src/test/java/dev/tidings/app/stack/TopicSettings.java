package dev.tidings.app.stack;

import static dev.tidings.app.stack.Patience.await;

import dev.tidings.kafka.admin.TopicAdmin;
import dev.tidings.schemas.Topic;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Settings of topics as somebody else would make them. */
public final class TopicSettings {

    private TopicSettings() {}

    /** Sets one, and waits until the broker that is asked says so. */
    public static void alter(TopicAdmin broker, Topic topic, String key, String value) {
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
