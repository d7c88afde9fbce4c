package dev.tidings.kafka.admin;

import dev.tidings.kafka.settings.Secrets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;

/** What it means when Kafka does not let a client in, in a sentence with the fix. */
final class ConnectionFailure {

    private ConnectionFailure() {}

    /** Returns the message for a client that is refused; empty for any other failure. */
    static Optional<ClientRefusedException> findRefusal(String address, @Nullable Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> sentenceOf(cause).stream())
                .findFirst()
                .map(sentence -> new ClientRefusedException("Kafka at " + address + " " + sentence, failure));
    }

    private static Optional<String> sentenceOf(Throwable cause) {
        if (cause instanceof SslAuthenticationException) {
            return Optional.of("is not trusted, or does not trust this client (" + detailOf(cause)
                    + "); set kafka.ssl.truststore.location and .password to a store that holds its certificate, and"
                    + " kafka.ssl.keystore.* if it wants one of yours");
        }
        if (cause instanceof AuthenticationException) {
            return Optional.of("does not know this user or password (" + detailOf(cause)
                    + "); set kafka.sasl.mechanism and kafka.sasl.jaas.config, or TIDINGS_KAFKA_SASL_JAAS_CONFIG_FILE");
        }
        if (cause instanceof AuthorizationException) {
            return Optional.of("does not allow this user what it asks for (" + detailOf(cause) + namesIn(cause)
                    + "); give it that right (kafka-acls.sh), see docs/production.md");
        }
        return Optional.empty();
    }

    private static String namesIn(Throwable refusal) {
        if (refusal instanceof TopicAuthorizationException topics
                && !topics.unauthorizedTopics().isEmpty()) {
            return ": " + String.join(", ", new TreeSet<>(topics.unauthorizedTopics()));
        }
        return refusal instanceof GroupAuthorizationException group && group.groupId() != null
                ? ": " + group.groupId()
                : "";
    }

    private static String detailOf(Throwable cause) {
        String line = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return Secrets.maskAddress(line.endsWith(".") ? line.substring(0, line.length() - 1) : line);
    }

    /** Returns the failure of settings that the client itself refuses: the innermost cause names what is missing. */
    static String describeSettings(Throwable failure) {
        Throwable named = failure.getCause() == null ? failure : failure.getCause();
        Throwable root = Stream.iterate(named, cause -> cause != null, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(named);
        String missing = root instanceof NoSuchFileException
                ? "; there is no file " + root.getMessage() + ": set kafka.ssl.truststore.location or"
                        + " kafka.ssl.keystore.location to one"
                : "";
        return Secrets.maskAddress(named.getMessage() + missing);
    }
}
