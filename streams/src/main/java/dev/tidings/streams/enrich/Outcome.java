package dev.tidings.streams.enrich;

import java.util.Optional;

/**
 * What became of one enricher.
 *
 * @param step name of the enricher
 * @param version its version
 * @param status {@code ok}, or the reason why there is no finding
 * @param finding what it found; empty when it failed
 */
public record Outcome(String step, String version, String status, Optional<Finding> finding) {

    /** Status of an enricher that did its work. */
    public static final String OK = "ok";
}
