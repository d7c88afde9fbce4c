package dev.tidings.streams.topology.analyse;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.Topics;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.analyse.StageStore;
import dev.tidings.streams.topology.ResumePoint;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.TopologyAssembly;
import dev.tidings.streams.topology.TopologyContext;
import dev.tidings.streams.topology.TopologyDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.Topology;

/**
 * The topology of analyse: analyses every article by itself, on as many threads and machines as {@code raw} has
 * partitions. Between reading and writing it has one node for each of {@link AnalysisStages}, of the stage's name.
 *
 * <pre>
 *  raw ─▶ read ─▶ decode ─▶ extract ─▶ boilerplate ─▶ … ─▶ write ─▶ analysed
 *           │        │         │            │         │      │            ▲
 *           └────────┴─────────┴────────────┴─────────┴──────┴────▶ mark ─┴─▶ dead-letter ─▶ dead-letters
 * </pre>
 *
 * <p>What it knows of the boilerplate of sites depends on the order of one raw partition alone.
 */
public final class AnalyseTopology implements TopologyDefinition {

    private static final String RAW = "raw";
    private static final String WRITE = "write";
    private static final String MARK = "mark";
    private static final String ANALYSED = "analysed";
    private static final String STORE_PREFIX = "analyse-";

    private final TopologyContext context;
    private final Topics topics;
    private final AnalysisStages stages;
    private final ResumePoint resumePoint;

    /** Makes the definition of the topology. */
    public AnalyseTopology(TopologyContext context, AnalysisStages stages) {
        this(context, stages, ResumePoint.beginning());
    }

    private AnalyseTopology(TopologyContext context, AnalysisStages stages, ResumePoint resumePoint) {
        this.context = context;
        this.topics = context.topics();
        this.stages = stages;
        this.resumePoint = resumePoint;
    }

    @Override
    public AnalyseTopology resumingAt(ResumePoint point) {
        return new AnalyseTopology(context, stages, point);
    }

    @Override
    public String name() {
        return "analyse";
    }

    @Override
    public int threadCount(int available) {
        return available;
    }

    @Override
    public Map<String, String> algorithmVersions() {
        return stages.versions();
    }

    @Override
    public Topology build() {
        List<String> nodes = nodes();
        TopologyAssembly assembly = new TopologyAssembly(context, name())
                .source(RAW, topics.raw())
                .processor(
                        TopologyAssembly.READ,
                        () -> new RawProcessor(context, reading(nodes.get(1)), resumePoint),
                        RAW);
        for (int i = 0; i < stages.all().size(); i++) {
            add(assembly, stages.all().get(i), nodes.get(i), nodes.get(i + 2));
        }
        DeadLetterMarker.Sinks sinks = new DeadLetterMarker.Sinks(TopologyAssembly.DEAD_LETTER, ANALYSED);
        return assembly.processor(WRITE, () -> new AnalysedWriter(context, writing()), nodes.get(nodes.size() - 2))
                .processor(MARK, () -> new DeadLetterMarker(context, sinks), nodes.toArray(String[]::new))
                .sink(
                        ANALYSED,
                        topics.unordered(),
                        PartitionedValue.SERIALIZER,
                        PartitionedValue.PARTITIONER,
                        WRITE,
                        MARK)
                .deadLetters(
                        position -> context.replayRange().writesOutput(position.partition(), position.offset()),
                        List.of(MARK));
    }

    /** Returns the names of all processors, in the order of the articles. */
    private List<String> nodes() {
        List<String> nodes = new ArrayList<>();
        nodes.add(TopologyAssembly.READ);
        stages.all().forEach(stage -> nodes.add(stage.name()));
        nodes.add(WRITE);
        return nodes;
    }

    private void add(TopologyAssembly assembly, Stage stage, String before, String after) {
        Route route = new Route(stage.name(), StageProcessor.category(stage.failure()), after, MARK);
        assembly.processor(
                stage.name(),
                () -> new StageProcessor(context.registryRetry(), stage, route, storeName(stage)),
                before);
        assembly.stores(storeName(stage).stream().toList(), stage.name());
    }

    /** Returns the name of a stage's store among those of the whole application; empty when it has none. */
    private static Optional<String> storeName(Stage stage) {
        return stage.store().map(StageStore::name).map(name -> STORE_PREFIX + name);
    }

    /** What cannot be read counts as failed in the first stage, since no other has seen it. */
    private Route reading(String next) {
        return new Route(stages.all().get(0).name(), FailureCategory.DESERIALIZATION, next, MARK);
    }

    private static Route writing() {
        return new Route(WRITE, FailureCategory.ENRICH, ANALYSED, MARK);
    }
}
