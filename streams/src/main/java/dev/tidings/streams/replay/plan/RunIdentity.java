package dev.tidings.streams.replay.plan;

import dev.tidings.kafka.settings.ConnectionSettings;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import java.nio.file.Path;

/**
 * The names of what belongs to a run and to nothing else: its topics, consumer groups, transactional ids and folder.
 *
 * <p>Not part of the API: public for the packages of replay.
 *
 * @param live topics that raw is one of
 * @param run name of the run
 */
public record RunIdentity(Topics live, String run) {

    /** Returns the topics of the run, partitioned as raw is. */
    public Topics runTopics(int rawPartitions) {
        return live.replay(run).withPartitions(rawPartitions);
    }

    /** Returns what stands before a topology's name in its application id, e.g. {@code tidings-replay-monday-}. */
    String idPrefix() {
        return live.replay(run).idPrefix();
    }

    /** Returns the application id of analyse. */
    public String analyseId() {
        return idPrefix() + "analyse";
    }

    /** Returns the application id of the deduplication stage. */
    public String dedupId() {
        return idPrefix() + "dedup";
    }

    /** Returns the consumer group of the merger, which is its transactional id too. */
    public String mergeGroup() {
        return idPrefix() + "merge";
    }

    /** Returns the folder of the run's state. */
    public Path stateFolder(Settings settings) {
        return settings.get(ConnectionSettings.DATA_DIR).resolve("replay").resolve(run);
    }
}
