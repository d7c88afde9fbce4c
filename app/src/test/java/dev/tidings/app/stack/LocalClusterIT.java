package dev.tidings.app.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tidings.app.fault.FaultSeries;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@FaultSeries
class LocalClusterIT {
    @Test
    void threeNodesServeWithOneKilledAndTakeItBack(@TempDir Path temporary) {
        StackConfig stackConfig =
                new StackConfig(Installation.currentInstallation(), new DataFolder(temporary), StackPurpose.TEST);
        try (LocalCluster cluster = LocalCluster.startNodes(stackConfig, 3)) {
            StringTopic topic = new StringTopic(cluster.bootstrapServers(), "replicated");
            topic.create();
            topic.write(StringTopic.numbers(0, 100));

            cluster.node(1).process().kill();
            topic.write(StringTopic.numbers(100, 200));
            cluster.node(1).start();
            cluster.node(2).process().kill();
            topic.write(StringTopic.numbers(200, 300));

            assertThat(topic.read(300)).isEqualTo(Arrays.asList(StringTopic.numbers(0, 300)));
        }
    }
}
