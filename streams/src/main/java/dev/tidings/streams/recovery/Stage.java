package dev.tidings.streams.recovery;

import java.nio.file.Path;
import java.util.Set;

/**
 * An application whose start is prepared.
 *
 * @param name its name in messages, e.g. {@code dedup}
 * @param id its application id, which is its consumer group too
 * @param changelogs names of the topics that its state is restored from
 * @param folder where this process keeps its state
 */
public record Stage(String name, String id, Set<String> changelogs, Path folder) {

    /** Freezes the names. */
    public Stage {
        changelogs = Set.copyOf(changelogs);
    }
}
