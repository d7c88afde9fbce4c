package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidings.app.stack.BrokerProperties.Address;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {
    private static final List<Address> ONE = List.of(new Address(1, 2));
    private static final List<Address> THREE = List.of(new Address(1, 2), new Address(3, 4), new Address(5, 6));

    @Test
    void aSingleNodeKeepsOneReplicaOfEverythingAndMakesNoTopicByItself() {
        assertThat(settings(1, ONE))
                .containsEntry("process.roles", "broker,controller")
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:1,CONTROLLER://127.0.0.1:2")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:2")
                .containsEntry("default.replication.factor", "1")
                .containsEntry("transaction.state.log.min.isr", "1")
                .containsEntry("auto.create.topics.enable", "false");
    }

    @Test
    void howFarAGroupHasReadIsNeverForgotten() {
        assertThat(settings(1, ONE)).containsEntry("offsets.retention.minutes", "2147483647");
    }

    @Test
    void threeNodesKeepThreeReplicasAndAnswerWithTwo() {
        assertThat(settings(2, THREE))
                .containsEntry("node.id", "2")
                .containsEntry("listeners", "PLAINTEXT://127.0.0.1:3,CONTROLLER://127.0.0.1:4")
                .containsEntry("controller.quorum.voters", "1@127.0.0.1:2,2@127.0.0.1:4,3@127.0.0.1:6")
                .containsEntry("default.replication.factor", "3")
                .containsEntry("offsets.topic.replication.factor", "3")
                .containsEntry("min.insync.replicas", "2");
    }

    @Test
    void nodesOfAClusterHaveNamesOfTheirOwn() {
        assertThat(new BrokerProperties(1, ONE, Path.of("d")).nodeName()).isEqualTo("broker");
        assertThat(new BrokerProperties(3, THREE, Path.of("d")).nodeName()).isEqualTo("broker-3");
    }

    @Test
    void aNodeWithoutAnAddressIsRefused() {
        assertThatThrownBy(() -> new BrokerProperties(2, ONE, Path.of("d"))).hasMessage("node 2 of 1");
    }

    private static Map<String, String> settings(int node, List<Address> addresses) {
        return new BrokerProperties(node, addresses, Path.of("data")).allSettings();
    }
}
