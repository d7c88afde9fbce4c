package dev.tidings.kafka.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Kafka cluster that a data folder belongs to, whose id stands in its file {@code cluster}: state, store and
 * positions of one cluster mean nothing in another, and what was published there is not published here. For any number
 * of threads and processes at once.
 *
 * <p>Not part of the API: public for the other modules.
 *
 * @param clusterId as the cluster gives it
 * @param address by which it was reached first, for messages
 */
public record ClusterMark(String clusterId, String address) {

    private static final String FILE = "cluster";

    /**
     * Makes sure that a data folder belongs to a cluster, and marks one that belongs to none yet. To be called before
     * anything is written into the folder or the cluster.
     *
     * @param folder made when it is missing
     * @throws SettingsException when it belongs to another cluster, or cannot be read or written
     */
    public void claim(Path folder) {
        if (check(folder)) {
            return;
        }
        if (!new MarkFile(folder.resolve(FILE)).create(List.of(clusterId, address))) {
            check(folder);
        }
    }

    /**
     * Makes sure that a data folder does not belong to another cluster, and writes nothing.
     *
     * @param folder need not exist
     * @return whether it is marked as this cluster's; false when it belongs to none
     * @throws SettingsException when it belongs to another cluster, or its mark cannot be read
     */
    public boolean check(Path folder) {
        Optional<ClusterMark> found = findIn(folder);
        found.filter(mark -> !mark.clusterId().equals(clusterId)).ifPresent(mark -> {
            throw new SettingsException("the data folder " + folder + " belongs to Kafka cluster " + mark.clusterId()
                    + " (first seen at " + mark.address() + "), but " + address + " is cluster " + clusterId
                    + "; name another folder with --data, or move this one away");
        });
        return found.isPresent();
    }

    private static Optional<ClusterMark> findIn(Path folder) {
        return new MarkFile(folder.resolve(FILE)).readLines().map(lines -> markOf(folder, lines));
    }

    private static ClusterMark markOf(Path folder, List<String> lines) {
        if (lines.size() < 2) {
            throw new SettingsException("the mark of the data folder " + folder.resolve(FILE)
                    + " is damaged; write the id of its Kafka cluster and an address into it, a line each");
        }
        return new ClusterMark(lines.get(0), lines.get(1));
    }
}
