package dev.tidings.schemas;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Why an article got its verdict: the best related article, the scores and the rule. As header {@code evidence} it is a
 * JSON object with the component names as keys, those that are null left out; keys of a newer version are not read.
 *
 * @param relatedId article compared with; null when there was nothing to compare with
 * @param relatedRevision revision of that article; null as {@code relatedId}
 * @param jaccard Jaccard similarity of the shingle sets, 0 to 1; null when not measured
 * @param containment share of the shorter text's shingles found in the longer, 0 to 1; null when not measured
 * @param rule the rule that decided
 * @param algorithm name and version of the algorithm
 * @param newShare share of its words that was not told before, 0 to 1; null when not measured
 * @param numbersBefore numbers that are no longer stated; null when numbers did not change
 * @param numbersAfter numbers that were not stated before; null as {@code numbersBefore}
 * @param namesBefore names that the related article repeats most and this one does not; null when names did not change
 * @param namesAfter names that were not repeated before; null as {@code namesBefore}
 */
@NullMarked
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "relatedId",
    "relatedRevision",
    "jaccard",
    "containment",
    "rule",
    "algorithm",
    "newShare",
    "numbersBefore",
    "numbersAfter",
    "namesBefore",
    "namesAfter"
})
public record Evidence(
        @Nullable String relatedId,
        @Nullable Long relatedRevision,
        @Nullable Double jaccard,
        @Nullable Double containment,
        String rule,
        String algorithm,
        @Nullable Double newShare,
        @Nullable List<String> numbersBefore,
        @Nullable List<String> numbersAfter,
        @Nullable List<String> namesBefore,
        @Nullable List<String> namesAfter) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Evidence of an article of which it was not asked what is new in it. */
    public Evidence(
            @Nullable String relatedId,
            @Nullable Long relatedRevision,
            @Nullable Double jaccard,
            @Nullable Double containment,
            String rule,
            String algorithm) {
        this(relatedId, relatedRevision, jaccard, containment, rule, algorithm, null, null, null, null, null);
    }

    /** Returns evidence that nothing was there to compare with. */
    public static Evidence withoutMatch(String rule, String algorithm) {
        return new Evidence(null, null, null, null, rule, algorithm);
    }

    /** Returns this as the text of the header: one line of JSON, keys in the order of the components. */
    public String toHeader() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and numbers always serialise", e);
        }
    }

    /** Reads the text of a header; empty when it is not what {@link #toHeader()} writes. */
    public static Optional<Evidence> parseHeader(String header) {
        try {
            return Optional.of(JSON.readValue(header, Evidence.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
