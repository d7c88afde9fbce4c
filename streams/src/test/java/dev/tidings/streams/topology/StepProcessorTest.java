package dev.tidings.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tidings.schemas.FailureCategory;
import dev.tidings.schemas.RawArticle;
import dev.tidings.schemas.kafka.DeadLetters.Failure;
import dev.tidings.schemas.kafka.RegistryUnavailableException;
import dev.tidings.streams.RejectedInputException;
import dev.tidings.streams.failure.FailedRecord;
import dev.tidings.streams.failure.SourceRecord;
import java.util.List;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepProcessorTest {

    private final MockProcessorContext<byte[], Object> context = new MockProcessorContext<>();
    private Record<byte[], InFlight<String>> record;

    @BeforeEach
    void readARecord() {
        context.setRecordMetadata("tidings.raw", 2, 7);
        Record<byte[], byte[]> source = new Record<>(new byte[] {1}, new byte[] {2}, 5);
        RawArticle raw = RawArticle.newBuilder().setArticleId("id").build();
        record = source.withValue(new InFlight<>(SourceRecord.of(context, source), raw, "text"));
    }

    @Test
    void theResultOfTheStepGoesToTheNext() {
        run(new StepProcessor<String, Integer>("enrich", FailureCategory.ENRICH, String::length, "next"));
        assertThat(context.forwarded()).hasSize(1);
        assertThat(context.forwarded("next").get(0).record().value())
                .isEqualTo(record.value().with(4));
    }

    @Test
    void whateverTheStepThrowsBuriesTheRecord() {
        assertThat(buried(new RejectedInputException("binary", "no text")).reason())
                .isEqualTo("binary");
        assertThat(buried(new StackOverflowError()).reason()).isEqualTo("too_deep");
        assertThat(buried(new AssertionError("odd")).reason()).isEqualTo("unexpected_error");
        assertThat(buried(new IllegalStateException("odd\nlines")).message()).isEqualTo("odd");
        assertThat(buried(new IllegalStateException("odd")).category()).isEqualTo(FailureCategory.POISON);
    }

    @Test
    void whatIsNotTheRecordsFaultStopsTheThread() {
        for (Throwable error : List.of(
                new RegistryUnavailableException("silent", null), new OutOfMemoryError(), new NoClassDefFoundError())) {
            assertThatExceptionOfType(error.getClass()).isThrownBy(() -> run(throwing(error)));
            assertThat(context.forwarded()).isEmpty();
        }
    }

    private Failure buried(Throwable error) {
        context.resetForwards();
        run(throwing(error));
        FailedRecord failed =
                (FailedRecord) context.forwarded("bury").get(0).record().value();
        assertThat(failed.stage()).isEqualTo("enrich");
        assertThat(failed.source().position()).hasToString("tidings.raw-2@7");
        return failed.failure();
    }

    private void run(StepProcessor<String, Integer> step) {
        step.init(context);
        step.process(record);
    }

    private static StepProcessor<String, Integer> throwing(Throwable error) {
        return new StepProcessor<>(
                "enrich",
                FailureCategory.DECODING,
                text -> {
                    if (error instanceof Error serious) {
                        throw serious;
                    }
                    throw (RuntimeException) error;
                },
                "next");
    }
}
