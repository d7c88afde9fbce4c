package dev.tidings.consumer.subscribe;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tidings.schemas.EventHeaders;
import dev.tidings.schemas.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What stands in the headers of an enriched article; the names are in {@link EventHeaders}.
 *
 * @param language primary language subtag (BCP 47); empty when the record carries none
 * @param script ISO 15924; empty when the record carries none
 * @param verdict NEW or the name of a relation kind; UNKNOWN when the record carries none
 * @param cluster id of the first member of its cluster of copies; empty when the record carries none
 * @param decision ordinal of the deduplication stage's decision, dense from 0; -1 when the record carries none
 * @param evidence why; empty when the record carries none
 * @param source root, feed or service; empty when the record carries none
 * @param flags what the deduplication stage found unusual, e.g. late
 */
public record ArticleHeaders(
        String language,
        String script,
        String verdict,
        String cluster,
        long decision,
        Optional<Evidence> evidence,
        String source,
        List<String> flags) {

    /** Verdict of a record that carries none. */
    public static final String UNKNOWN = "UNKNOWN";

    private static final long NO_DECISION = -1;

    /** Freezes the flags. */
    public ArticleHeaders {
        flags = List.copyOf(flags);
    }

    /** Reads the headers of a record. */
    public static ArticleHeaders ofHeaders(Headers headers) {
        return new ArticleHeaders(
                headerText(headers, EventHeaders.LANG),
                headerText(headers, EventHeaders.SCRIPT),
                findHeader(headers, EventHeaders.VERDICT).orElse(UNKNOWN),
                headerText(headers, EventHeaders.CLUSTER),
                findHeader(headers, EventHeaders.DECISION)
                        .map(ArticleHeaders::parseOrdinal)
                        .orElse(NO_DECISION),
                findHeader(headers, EventHeaders.EVIDENCE).flatMap(Evidence::parseHeader),
                headerText(headers, EventHeaders.SOURCE),
                Stream.of(headerText(headers, EventHeaders.FLAGS).split(","))
                        .filter(flag -> !flag.isBlank())
                        .toList());
    }

    private static long parseOrdinal(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            return NO_DECISION;
        }
    }

    static String headerText(Headers headers, String name) {
        return findHeader(headers, name).orElse("");
    }

    private static Optional<String> findHeader(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), UTF_8));
    }
}
