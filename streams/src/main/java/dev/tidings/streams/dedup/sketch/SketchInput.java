package dev.tidings.streams.dedup.sketch;

import java.util.Optional;

/**
 * The input of a sketch.
 *
 * @param title title, empty when there is none
 * @param body text of the article without boilerplate; may begin with the title, which then counts once
 * @param wholeBody the same, with the boilerplate that was recognised only because of other articles; equal copies are
 *     matched by it, so that they are equal whatever was known when they came
 * @param url address of the article, canonical or as supplied; empty when there is none
 * @param language language of the text (BCP 47), or und
 */
public record SketchInput(
        Optional<String> title, String body, String wholeBody, Optional<String> url, String language) {

    /** Makes the input of a text of which nothing was left out because of others, in a language nobody knows. */
    public SketchInput(Optional<String> title, String body, Optional<String> url) {
        this(title, body, body, url, "und");
    }
}
