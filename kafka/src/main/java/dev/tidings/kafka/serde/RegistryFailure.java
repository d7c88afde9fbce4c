package dev.tidings.kafka.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a registry that does not answer from one that refuses. */
final class RegistryFailure {

    private static final int SCHEMA_NOT_FOUND = 40403;

    private RegistryFailure() {}

    /** Returns the failure to wait on, or empty when the registry did answer or was not asked. */
    static Optional<RegistryUnavailableException> unavailableCause(Throwable failure) {
        boolean silent = causeChain(failure).anyMatch(RegistryFailure::isSilence);
        return silent
                ? Optional.of(new RegistryUnavailableException("the schema registry does not answer", failure))
                : Optional.empty();
    }

    static boolean unknownSchema(Throwable failure) {
        return causeChain(failure)
                .anyMatch(
                        cause -> cause instanceof RestClientException rest && rest.getErrorCode() == SCHEMA_NOT_FOUND);
    }

    static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        return causeChain(failure).anyMatch(type::isInstance);
    }

    private static boolean isSilence(Throwable cause) {
        if (cause instanceof RestClientException rest) {
            return rest.getStatus() >= 500 || rest.getStatus() == 429;
        }
        return cause instanceof java.net.SocketException
                || cause instanceof java.net.SocketTimeoutException
                || cause instanceof java.net.UnknownHostException;
    }

    private static Stream<Throwable> causeChain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
