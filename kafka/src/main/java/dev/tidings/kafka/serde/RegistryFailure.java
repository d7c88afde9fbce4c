package dev.tidings.kafka.serde;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What was asked of a registry and not answered with a schema, in words for people. Whatever it is, it says nothing of
 * the record that was at hand.
 *
 * @param answer what the registry does, after its address: "answers 401 (...)"
 * @param fix what to do
 * @param refusal whether it refuses this client, which no waiting changes
 */
record RegistryFailure(String answer, String fix, boolean refusal) {

    private static final int MAX_DETAIL = 160;
    private static final String ADDRESS_FIX = "set --registry to the whole address of a schema registry, path included";

    private static RegistryFailure refusing(String answer, String fix) {
        return new RegistryFailure(answer, fix, true);
    }

    private static RegistryFailure passing(String answer, String fix) {
        return new RegistryFailure(answer, fix, false);
    }

    /** Returns what a failure of the registry client means. */
    static RegistryFailure of(Throwable failure) {
        Optional<RestClientException> refusal = findCause(failure, RestClientException.class);
        if (refusal.isPresent()) {
            return ofRefusal(refusal.get());
        }
        if (isAny(failure, SSLException.class) || isAny(failure, GeneralSecurityException.class)) {
            return refusing(
                    "is not trusted (" + detailOf(failure) + ")",
                    "set registry.schema.registry.ssl.truststore.location and .password to a store that holds its"
                            + " certificate, or --registry to another address");
        }
        boolean silent = isAny(failure, SocketException.class)
                || isAny(failure, SocketTimeoutException.class)
                || isAny(failure, UnknownHostException.class)
                || isAny(failure, EOFException.class);
        return silent
                ? passing("does not answer", "start it with 'tidings up' or set --registry")
                : passing("answers as no schema registry does (" + detailOf(failure) + ")", ADDRESS_FIX);
    }

    private static RegistryFailure ofRefusal(RestClientException refusal) {
        int status = refusal.getStatus();
        return switch (status) {
            case 401 ->
                refusing(
                        "answers 401 (it does not know this user or password)",
                        "set registry.basic.auth.credentials.source=USER_INFO and"
                                + " registry.basic.auth.user.info=USER:PASSWORD");
            case 403 ->
                refusing(
                        "answers 403 (this user may not do that)",
                        "let the user read and register the subjects of Tidings");
            case 408, 504 -> passing("answers " + status + " (it is too slow)", "look at its log and load");
            case 429 -> passing("answers 429 (too many requests)", "raise its limit for this user");
            default ->
                status >= 500
                        ? passing("answers " + status + " (" + detailOf(refusal) + ")", "look at its log")
                        : passing("answers " + status + " (" + detailOf(refusal) + ")", ADDRESS_FIX);
        };
    }

    /** Returns the failure as one sentence about the registry at an address. */
    String sentence(String address) {
        return "the schema registry at " + address + " " + answer + "; " + fix;
    }

    /** Returns the error code that a registry gave beside its status; 0 when it is no answer of a registry. */
    static int errorCode(Throwable failure) {
        return findCause(failure, RestClientException.class)
                .map(RestClientException::getErrorCode)
                .orElse(0);
    }

    static <T extends Throwable> Optional<T> findCause(Throwable failure, Class<T> type) {
        return causeChain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static boolean isAny(Throwable failure, Class<? extends Throwable> type) {
        return findCause(failure, type).isPresent();
    }

    /** The first line of the innermost message: the outer ones say that something failed, not what. */
    static String detailOf(Throwable failure) {
        Throwable root = causeChain(failure).reduce((outer, inner) -> inner).orElse(failure);
        String line = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String detail = root.getMessage() == null ? root.getClass().getSimpleName() : line;
        return detail.length() <= MAX_DETAIL ? detail : detail.substring(0, MAX_DETAIL) + "...";
    }

    private static Stream<Throwable> causeChain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
