package dev.tidings.streams.analyse;

import dev.tidings.streams.decode.DecodedText;
import dev.tidings.streams.duplicate.Sketch;
import dev.tidings.streams.extract.Extraction;
import dev.tidings.text.language.Identification;

/** An article on its way through the steps; each step can only make the next draft. */
public final class Draft {

    private Draft() {}

    /**
     * An article with its text.
     *
     * @param input the article as it was found
     * @param text its text
     */
    public record Decoded(ArticleInput input, DecodedText text) {}

    /**
     * An article with its structure.
     *
     * @param decoded the draft before
     * @param extraction blocks and title
     * @param body the article itself
     * @param wholeBody the article itself before margins were left out: equal documents have an equal one, whatever was
     *     known of their host when they came
     * @param address where it stands on the web
     */
    public record Extracted(Decoded decoded, Extraction extraction, String body, String wholeBody, Address address) {

        static Extracted whole(Decoded decoded, Extraction extraction, Address address) {
            String body = extraction.body();
            return new Extracted(decoded, extraction, body, body, address);
        }

        Extracted trimmed(Extraction trimmed) {
            return new Extracted(decoded, trimmed, trimmed.body(), wholeBody, address);
        }
    }

    /**
     * An article with its sketch.
     *
     * @param extracted the draft before
     * @param sketch what duplicates are found by
     */
    public record Sketched(Extracted extracted, Sketch sketch) {}

    /**
     * An article with its language.
     *
     * @param sketched the draft before
     * @param language the language
     */
    public record Identified(Sketched sketched, Identification language) {}
}
