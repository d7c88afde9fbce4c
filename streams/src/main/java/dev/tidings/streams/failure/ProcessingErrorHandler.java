package dev.tidings.streams.failure;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Stops the thread. Processors turn what is a record's own fault into a dead letter themselves; what they let through
 * is a failing producer, store or registry, and Kafka reports it at whichever record comes next: going on would make a
 * dead letter of an innocent one.
 */
public final class ProcessingErrorHandler implements ProcessingExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {
        // Nothing to configure.
    }
}
