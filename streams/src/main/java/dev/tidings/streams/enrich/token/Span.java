package dev.tidings.streams.enrich.token;

/**
 * A stretch of a text.
 *
 * @param start first UTF-16 unit
 * @param end unit after the last
 */
public record Span(int start, int end) {

    /** Refuses a stretch that ends before it starts. */
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a span runs forward, was " + start + " to " + end);
        }
    }

    /** Returns the characters of the stretch. */
    public String substringOf(String text) {
        return text.substring(start, end);
    }
}
