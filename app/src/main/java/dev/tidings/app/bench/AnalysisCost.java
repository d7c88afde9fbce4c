package dev.tidings.app.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.app.bench.text.ArticleSupply;
import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.analyse.AnalysisStages;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.ArticleInput;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.analyse.SuppliedMetadata;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.decode.charset.Payload;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What each stage of the analysis takes of the processor time of its thread, in this process and without Kafka. Every
 * article is another one, so nothing can be remembered. For one thread.
 */
public final class AnalysisCost {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final AnalysisStages stages = AnalysisStages.standard();
    private final BoilerplateIndex boilerplate = BoilerplateIndex.inMemory();
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    private AnalysisCost() {}

    /**
     * Analyses lots of articles until they get no cheaper, and then one more, which counts.
     *
     * @param supply of the articles
     * @param count articles in a lot
     * @return processor time of each stage for an article of the last lot, in microseconds, in the order of the stages
     */
    public static Map<String, Long> measureStages(ArticleSupply supply, int count) {
        AnalysisCost cost = new AnalysisCost();
        WarmUp warmUp = new WarmUp();
        while (!warmUp.isWarm()) {
            warmUp.addWindow(cost.analyseLot(supply, count).values().stream()
                    .mapToDouble(Long::doubleValue)
                    .sum());
        }
        return cost.analyseLot(supply, count);
    }

    private Map<String, Long> analyseLot(ArticleSupply supply, int count) {
        // Read before, so that no garbage of reading is made meanwhile.
        List<String> lot = Stream.generate(supply::nextText).limit(count).toList();
        nanos.clear();
        lot.forEach(this::analyseText);
        Map<String, Long> micros = new LinkedHashMap<>();
        nanos.forEach((stage, spent) -> micros.put(stage, Math.round(spent / 1e3 / count)));
        return micros;
    }

    private void analyseText(String text) {
        String mediaType = text.stripLeading().startsWith("<") ? "text/html" : "text/plain";
        AnalysisState state = new AnalysisState(
                new ArticleInput(Payload.of(text.getBytes(UTF_8)), mediaType, SuppliedMetadata.NOTHING), 1, 0);
        try {
            for (Stage stage : stages.all()) {
                long begun = THREADS.getCurrentThreadCpuTime();
                state = AnalysisStages.run(stage, state, boilerplate);
                nanos.merge(stage.name(), THREADS.getCurrentThreadCpuTime() - begun, Long::sum);
            }
        } catch (RejectedInputException e) {
            // A dead letter: it costs what it took to find that out.
        }
    }
}
