package dev.tidings.streams.application;

import dev.tidings.streams.topology.TopologyDefinition;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/**
 * An application as the broker sees it.
 *
 * @param id its application id, which is also its consumer group
 * @param sources names of the topics it reads
 * @param changelogs names of the topics that its state is restored from
 * @param versions what its output depends on, see {@link TopologyDefinition#algorithmVersions()}
 */
public record ApplicationOutline(String id, Set<String> sources, Set<String> changelogs, Map<String, String> versions) {

    /** Freezes the collections. */
    public ApplicationOutline {
        sources = Set.copyOf(sources);
        changelogs = Set.copyOf(changelogs);
        versions = Map.copyOf(versions);
    }

    static ApplicationOutline of(String id, TopologyDefinition definition) {
        TopologyDescription description = definition.build().describe();
        Set<String> sources = nodesOf(description)
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Source) node).topicSet().stream())
                .collect(Collectors.toSet());
        Set<String> changelogs = new TreeSet<>();
        nodesOf(description)
                .filter(TopologyDescription.Processor.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Processor) node).stores().stream())
                .forEach(store -> changelogs.add(id + "-" + store + "-changelog"));
        return new ApplicationOutline(id, sources, changelogs, definition.algorithmVersions());
    }

    private static Stream<Node> nodesOf(TopologyDescription description) {
        return description.subtopologies().stream().map(Subtopology::nodes).flatMap(Set::stream);
    }
}
