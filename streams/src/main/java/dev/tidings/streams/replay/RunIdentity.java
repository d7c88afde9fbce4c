package dev.tidings.streams.replay;

import dev.tidings.schemas.Topics;
import dev.tidings.schemas.kafka.ConnectionSettings;
import dev.tidings.schemas.kafka.Settings;
import java.nio.file.Path;

/**
 * What belongs to a run and to nothing else: its topics, consumer groups, transactional ids and folder.
 *
 * @param live topics that raw is one of
 * @param run name of the run
 */
record RunIdentity(Topics live, String run) {

    /** Returns the topics of the run, partitioned as raw is. */
    Topics topics(int rawPartitions) {
        return live.replay(run).withPartitions(rawPartitions);
    }

    /** Returns what stands before a topology's name in its application id, e.g. {@code tidings-replay-monday-}. */
    String idPrefix() {
        return live.replay(run).idPrefix();
    }

    /** Returns the application id of analyse. */
    String analyseId() {
        return idPrefix() + "analyse";
    }

    /** Returns the application id of the deduplication stage. */
    String dedupId() {
        return idPrefix() + "dedup";
    }

    /** Returns the consumer group of the merger, which is its transactional id too. */
    String mergeGroup() {
        return idPrefix() + "merge";
    }

    /** Returns the folder of the run's state. */
    Path folder(Settings settings) {
        return settings.get(ConnectionSettings.DATA_DIR).resolve("replay").resolve(run);
    }
}
