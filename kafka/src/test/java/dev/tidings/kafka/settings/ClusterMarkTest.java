package dev.tidings.kafka.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterMarkTest {

    private static final ClusterMark OWN = new ClusterMark("own-cluster", "127.0.0.1:9092");
    private static final ClusterMark STRANGER = new ClusterMark("a-stranger", "k.example.org:9092");

    @TempDir
    Path folder;

    @Test
    void aFolderBelongsToTheClusterThatWasFirst() {
        assertThat(OWN.check(folder)).isFalse();
        OWN.claim(folder);

        assertThat(OWN.check(folder)).isTrue();
        new ClusterMark("own-cluster", "localhost:9092").claim(folder);
        assertThat(folder.resolve("cluster")).hasContent("own-cluster\n127.0.0.1:9092\n");
    }

    @Test
    void anotherClusterIsRefusedInALineWithCauseAndFix() {
        OWN.claim(folder);

        assertThatThrownBy(() -> STRANGER.claim(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessage("the data folder " + folder + " belongs to Kafka cluster own-cluster (first seen at"
                        + " 127.0.0.1:9092), but k.example.org:9092 is cluster a-stranger; name another folder with"
                        + " --data, or move this one away");
        assertThat(folder.resolve("cluster")).hasContent("own-cluster\n127.0.0.1:9092\n");
    }

    @Test
    void ofTwoClustersAtOnceOneAloneGetsTheFolder() {
        for (int round = 0; round < 50; round++) {
            Path contested = folder.resolve("round-" + round);
            Set<Integer> owners = ConcurrentHashMap.newKeySet();
            IntStream.range(0, 4).parallel().forEach(number -> {
                try {
                    new ClusterMark("cluster-" + number, "k:" + number).claim(contested);
                    owners.add(number);
                } catch (SettingsException another) {
                    // It came later.
                }
            });
            assertThat(owners).hasSize(1);
            assertThat(contested).isDirectoryNotContaining("glob:**.new");
        }
    }

    @Test
    void aDamagedMarkIsRefusedAndNotGuessed() throws IOException {
        Files.write(folder.resolve("cluster"), List.of("half"));

        assertThatThrownBy(() -> OWN.claim(folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContainingAll(folder.resolve("cluster").toString(), "is damaged");
    }
}
