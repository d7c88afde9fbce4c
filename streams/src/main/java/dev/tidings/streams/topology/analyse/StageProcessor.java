package dev.tidings.streams.topology.analyse;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.analyse.StageFailure;
import dev.tidings.streams.boilerplate.BoilerplateIndex;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.topology.GuardedProcessor;
import dev.tidings.streams.topology.Route;
import dev.tidings.streams.topology.analyse.store.KafkaBoilerplateIndex;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Runs one stage on every article; an article it fails on goes to the dead letters. The stage's store is read before
 * and written after the stage itself, so that a failing store is never taken for a failing article.
 */
public final class StageProcessor extends GuardedProcessor<ArticleEnvelope> {

    private final Stage stage;
    private final Optional<String> storeName;
    private Optional<BoilerplateIndex> store = Optional.empty();

    /**
     * Makes the processor of a topology.
     *
     * @param storeName name of the stage's state store; empty when the stage asks for none
     */
    public StageProcessor(RegistryRetry registryRetry, Stage stage, Route route, Optional<String> storeName) {
        super(route, registryRetry);
        this.stage = stage;
        this.storeName = storeName;
    }

    /** Returns the category of dead letters for a kind of failure. */
    public static FailureCategory category(StageFailure failure) {
        return switch (failure) {
            case DECODING -> FailureCategory.DECODING;
            case PARSE -> FailureCategory.PARSE;
            case ENRICH -> FailureCategory.ENRICH;
        };
    }

    @Override
    public void init(ProcessorContext<byte[], Object> context) {
        super.init(context);
        store = storeName.map(name -> new KafkaBoilerplateIndex(context.getStateStore(name)));
    }

    @Override
    public void process(Record<byte[], ArticleEnvelope> record) {
        ArticleEnvelope article = record.value();
        AnalysisState before = recall(article.article());
        attempt(() -> stage.run(before))
                .handle(
                        after -> {
                            remember(after);
                            forward(record.withValue(article.withArticle(after)));
                        },
                        failure -> deadLetter(record, article.failedRecord(stage(), failure)));
    }

    private AnalysisState recall(AnalysisState state) {
        return stage.store()
                .flatMap(stageStore -> store.map(open -> stageStore.recall(state, open)))
                .orElse(state);
    }

    private void remember(AnalysisState state) {
        stage.store().ifPresent(stageStore -> store.ifPresent(open -> stageStore.remember(state, open)));
    }
}
