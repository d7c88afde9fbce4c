package dev.tidings.consumer.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The desk's word on an article.
 *
 * @param name NEW or the name of a relation kind; UNKNOWN when the record carried none
 * @param cluster id of the first member of its cluster of copies; empty when unknown
 * @param decision ordinal of the decision, dense from 0; -1 when unknown
 * @param evidence why; empty when the record carried none
 * @param flags what the desk found unusual, e.g. late
 */
public record StoredVerdict(
        String name, String cluster, long decision, Optional<Evidence> evidence, List<String> flags) {

    /** Name of the verdict of a record that carried none. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final long NO_DECISION = -1;

    /** Freezes the flags. */
    public StoredVerdict {
        flags = List.copyOf(flags);
    }

    static StoredVerdict of(Headers headers) {
        return new StoredVerdict(
                text(headers, EventHeaders.VERDICT).orElse(UNKNOWN),
                text(headers, EventHeaders.CLUSTER).orElse(""),
                text(headers, EventHeaders.DECISION).map(StoredVerdict::ordinal).orElse(NO_DECISION),
                text(headers, EventHeaders.EVIDENCE).flatMap(Evidence::parse),
                text(headers, EventHeaders.FLAGS).map(StoredVerdict::flags).orElse(List.of()));
    }

    static List<String> flags(String text) {
        return Stream.of(text.split(",")).filter(flag -> !flag.isBlank()).toList();
    }

    private static long ordinal(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return NO_DECISION;
        }
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
