package dev.tidings.streams.topology.analyse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.kafka.deadletter.DeadLetters.Failure;
import dev.tidings.kafka.serde.RegistryUnavailableException;
import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.analyse.AnalysisState;
import dev.tidings.streams.analyse.Stage;
import dev.tidings.streams.analyse.StageFailure;
import dev.tidings.streams.analyse.StageProvenance;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.RegistryRetry;
import dev.tidings.streams.failure.SourceRecord;
import dev.tidings.streams.topology.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageProcessorTest {

    private static final Route ROUTE = new Route("odd", FailureCategory.DECODING, "next", "dead-letter");

    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
    private Record<byte[], ArticleEnvelope> record;

    @BeforeEach
    void readARecord() {
        context.setRecordMetadata("tidings.raw", 2, 7);
        Record<byte[], byte[]> source = new Record<>(new byte[] {1}, new byte[] {2}, 5);
        RawArticle raw = RawArticle.newBuilder().setArticleId("id").build();
        record =
                source.withValue(new ArticleEnvelope(SourceRecord.of(context, source), raw, RawArticles.state(raw, 5)));
    }

    @Test
    void theResultOfTheStageGoesToTheNext() {
        run(article -> article);
        assertThat(context.forwarded()).hasSize(1);
        ArticleEnvelope next =
                (ArticleEnvelope) context.forwarded("next").get(0).record().value();
        assertThat(next.article().provenance()).containsExactly(new StageProvenance("odd", "odd/1", "ok"));
        assertThat(next.source()).isSameAs(record.value().source());
    }

    @Test
    void whateverTheStageThrowsMakesADeadLetterOfTheRecord() {
        assertThat(deadLetter(new RejectedInputException("binary", "no text")).reason())
                .isEqualTo("binary");
        assertThat(deadLetter(new StackOverflowError()).reason()).isEqualTo("too_deep");
        assertThat(deadLetter(new AssertionError("odd")).reason()).isEqualTo("unexpected_error");
        assertThat(deadLetter(new IllegalStateException("odd\nlines")).message())
                .isEqualTo("odd");
        assertThat(deadLetter(new IllegalStateException("odd")).category()).isEqualTo(FailureCategory.POISON);
    }

    @Test
    void whatIsNotTheRecordsFaultStopsTheThread() {
        for (Throwable error : List.of(
                new RegistryUnavailableException("silent", null), new OutOfMemoryError(), new NoClassDefFoundError())) {
            assertThatExceptionOfType(error.getClass()).isThrownBy(() -> run(throwing(error)));
            assertThat(context.forwarded()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(StageFailure.class)
    void everyKindOfFailureHasTheCategoryOfItsName(StageFailure failure) {
        assertThat(StageProcessor.category(failure).name()).isEqualTo(failure.name());
    }

    private Failure deadLetter(Throwable error) {
        context.resetForwards();
        run(throwing(error));
        FailedRecord failed =
                (FailedRecord) context.forwarded("dead-letter").get(0).record().value();
        assertThat(failed.stage()).isEqualTo("odd");
        assertThat(failed.source().position()).hasToString("tidings.raw-2@7");
        return failed.failure();
    }

    private void run(UnaryOperator<AnalysisState> work) {
        RegistryRetry registryRetry = new RegistryRetry(() -> true);
        StageProcessor processor = new StageProcessor(registryRetry, new OddStage(work), ROUTE, Optional.empty());
        processor.init(context);
        processor.process(record);
    }

    private static UnaryOperator<AnalysisState> throwing(Throwable error) {
        return article -> {
            if (error instanceof Error serious) {
                throw serious;
            }
            throw (RuntimeException) error;
        };
    }

    /** A stage that does what the test says. */
    private record OddStage(UnaryOperator<AnalysisState> work) implements Stage {

        @Override
        public String name() {
            return "odd";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public String algorithm() {
            return "odd/1";
        }

        @Override
        public StageFailure failure() {
            return StageFailure.DECODING;
        }

        @Override
        public AnalysisState apply(AnalysisState before) {
            return work.apply(before);
        }

        @Override
        public String describe(AnalysisState after) {
            return "odd";
        }
    }
}
