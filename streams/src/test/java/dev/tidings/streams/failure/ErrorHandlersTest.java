package dev.tidings.streams.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler.SerializationExceptionOrigin;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class ErrorHandlersTest {

    private final ErrorHandlerContext context = new DefaultErrorHandlerContext(
            null, "tidings.raw", 0, 0, new RecordHeaders(), "decode", new TaskId(0, 0), 0, new byte[0], new byte[0]);
    private final ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>("tidings.analysed", new byte[0]);

    @Test
    void aFailureOfTheProducerNeverDeadLettersTheRecordAtWhichItShows() {
        ProcessingExceptionHandler.Response response = new ProcessingErrorHandler()
                .handleError(context, new Record<>("k", "v", 0), new StreamsException("the producer failed before"));
        assertThat(response.result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void aSendIsTriedAgainOnlyWhenThatCanHelp() {
        ProductionErrorHandler handler = new ProductionErrorHandler();
        assertThat(handler.handleError(context, sent, new NotLeaderOrFollowerException("moved"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.RETRY);
        assertThat(handler.handleError(context, sent, new RecordTooLargeException("large"))
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
        assertThat(handler.handleSerializationError(
                                context, sent, new SerializationException("x"), SerializationExceptionOrigin.VALUE)
                        .result())
                .isEqualTo(ProductionExceptionHandler.Result.FAIL);
    }

    @Test
    void bytesAlwaysDeserialise() {
        assertThat(new DeserializationErrorHandler()
                        .handleError(
                                context, new ConsumerRecord<>("t", 0, 0, null, null), new SerializationException("x"))
                        .result())
                .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    }
}
