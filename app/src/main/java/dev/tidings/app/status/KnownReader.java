package dev.tidings.app.status;

import dev.tidings.schemas.Topic;
import dev.tidings.schemas.Topics;
import java.util.List;
import java.util.Optional;

/**
 * A reader that an installation has, whether it works or not.
 *
 * @param name of the stage, sink or group
 * @param group its consumer group
 * @param topics what it reads
 * @param kind what depends on it
 */
record KnownReader(String name, String group, List<Topic> topics, Kind kind) {
    /** What depends on a reader. */
    enum Kind {
        /** Without it nothing is published. */
        STAGE("'tidings streams' reads it"),
        /** It fills a store, which remembers where it stands. */
        SINK("'tidings sink' reads it; kafka-consumer-groups.sh --delete takes a sink that is not wanted any more off"),
        /** Somebody else's, who may come back; Kafka alone remembers where it stands. */
        SUBSCRIBER("start it, or delete the group (kafka-consumer-groups.sh --delete)");

        private final String fix;

        Kind(String fix) {
            this.fix = fix;
        }

        /** Returns what to do when nobody reads. */
        String fix() {
            return fix;
        }
    }

    KnownReader {
        topics = List.copyOf(topics);
    }

    /** The stages of an installation, in the order an article meets them. */
    static List<KnownReader> stages(Topics topics) {
        return List.of(
                stage("analyse", topics, topics.raw()),
                stage("dedup", topics, topics.analysed()),
                stage("stories", topics, topics.storyFeatures()));
    }

    private static KnownReader stage(String name, Topics topics, Topic source) {
        return new KnownReader(name, topics.idPrefix() + name, List.of(source), Kind.STAGE);
    }

    /**
     * The reader of a group that is no stage.
     *
     * @param read topics of the installation that it has a position in or is reading
     * @return nothing for a group that reads none, or is a replay's
     */
    static Optional<KnownReader> ofGroup(String group, List<Topic> read, Topics topics) {
        boolean isOwn = group.startsWith(topics.idPrefix());
        boolean isStage =
                stages(topics).stream().anyMatch(stage -> stage.group().equals(group));
        if (read.isEmpty() || isStage || group.startsWith(topics.idPrefix() + "replay-")) {
            return Optional.empty();
        }
        return isOwn
                ? Optional.of(new KnownReader(
                        group.substring(topics.idPrefix().length()),
                        group,
                        List.of(topics.enriched(), topics.relations(), topics.stories()),
                        Kind.SINK))
                : Optional.of(new KnownReader(group, group, read, Kind.SUBSCRIBER));
    }
}
