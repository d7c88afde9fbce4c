package dev.tidings.app.fault.ledger;

import dev.tidings.kafka.serde.AvroSerdes;
import dev.tidings.kafka.settings.Settings;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.dedup.index.DedupWindows;
import dev.tidings.streams.dedup.match.Withholding;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.story.group.StoryMemory;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.dedup.DedupTopology;
import dev.tidings.streams.topology.stories.StoriesTopology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A run over the same raw order in which nothing goes wrong: the production code of all three stages, fed with the logs
 * that the live ones have read. What the live run wrote has to be the same, byte for byte.
 */
public final class Undisturbed implements AutoCloseable {

    private static final int MAX_ARTICLE_BYTES = 4 * 1024 * 1024;

    private final ReplayedAnalysis analysis;
    private final ReplayedStage decisions;
    private final ReplayedStage stories;
    private final UnaryOperator<String> form;

    /**
     * Begins a run.
     *
     * @param folder of its state, must not exist
     * @param form what of a line has to be the same
     */
    public Undisturbed(Settings settings, Topics topics, Path folder, UnaryOperator<String> form) {
        this.form = form;
        AvroSerdes serdes = new AvroSerdes(settings.registryConfig());
        TopologyContext context =
                new TopologyContext(topics, serdes, new RegistryRetry(() -> false), MAX_ARTICLE_BYTES);
        this.analysis = new ReplayedAnalysis(serdes, topics);
        this.decisions = new ReplayedStage(
                new DedupTopology(context, DedupWindows.DEFAULT, Withholding.COPIES),
                folder.resolve("dedup"),
                topics.analysed(),
                topics.enriched(),
                topics.relations());
        this.stories = new ReplayedStage(
                new StoriesTopology(context, StoryMemory.USUAL),
                folder.resolve("stories"),
                topics.storyFeatures(),
                topics.stories());
    }

    /** Returns a line for everything that analysis or deduplication have written otherwise since the last call. */
    public List<String> differences(Fresh fresh) {
        List<String> differences = new ArrayList<>(analysis.differences(fresh.raw(), fresh.analysed()));
        differences.addAll(
                difference("decision", decisions.outputs(fresh.analysed()), ReplayedStage.lines(fresh.decided())));
        return differences;
    }

    /** Returns what the story stage has to write for the features that came since the last call, a line each. */
    public List<String> expectedStories(Fresh fresh) {
        return stories.outputs(fresh.features());
    }

    /** Returns a line for everything that it has written otherwise. */
    public List<String> storyDifferences(List<String> expected, Fresh fresh) {
        return difference("story", expected, ReplayedStage.lines(fresh.stories()));
    }

    /** Returns what two versions of Tidings have to agree on: all but the versions they note, and a hash over these. */
    public static String withoutVersions(String line) {
        return line.replaceAll("/rules\\d+", "/rules").replaceAll(" [0-9a-f]{64}$", "");
    }

    private List<String> difference(String what, Collection<String> expected, Collection<String> written) {
        List<String> lines = new ArrayList<>();
        Set<String> missing = formed(expected);
        missing.removeAll(formed(written));
        missing.forEach(line -> lines.add(what + " was not written: " + line));
        Set<String> more = formed(written);
        more.removeAll(formed(expected));
        more.forEach(line -> lines.add(what + " does not follow from the log: " + line));
        if (lines.isEmpty() && expected.size() != written.size()) {
            lines.add(what + "s: " + expected.size() + " expected, " + written.size() + " written");
        }
        return lines;
    }

    private Set<String> formed(Collection<String> lines) {
        return lines.stream().map(form).collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        decisions.close();
        stories.close();
    }
}
